using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/syscall</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/syscall</c>: the system call that a task waits in. Source: proc_pid_syscall(5),
/// lib/syscall.c; the tables of system calls of x86-64 and 64-bit Arm.
/// </summary>
public sealed class ProcessSystemCall : IRecord<ProcessSystemCall>
{
    private const int MostArguments = 6;

    private ProcessSystemCall()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The thread, where it is read of one; null for the process, whose first thread stands for it.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>Its full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>When it started; null where that cannot be known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>Whether it was running, so that nothing else can be told.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>The number of the call; null where it runs, or waits outside of a call (in a page fault, or as a thread of the kernel).</summary>
    public required int? Number { get; init; }

    /// <summary>The call's name; null where there is no call, or its number is one of an unknown table: another processor's, or that of 32-bit programs.</summary>
    public required string? Name { get; init; }

    /// <summary>The arguments, as many as the call takes; six registers where that is not known, none where there is no call.</summary>
    [Unit(Unit.Hex)] public required ulong[] Arguments { get; init; }

    /// <summary>The stack pointer of the program; null where it runs, or is a thread of the kernel.</summary>
    [Unit(Unit.Address)] public required ulong? StackPointer { get; init; }

    /// <summary>Where the program goes on; null where it runs, or is a thread of the kernel.</summary>
    [Unit(Unit.Address)] public required ulong? InstructionPointer { get; init; }

    internal static View View => new(
        typeof(ProcessSystemCall),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Name)) { Label = "SystemCall", With = [nameof(Number), nameof(Arguments), nameof(IsRunning)], Show = Cells.Call });

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">The line is not of the file's form.</exception>
    public static ProcessSystemCall Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        if (line.SequenceEqual("running"u8))
        {
            return Create(source, isRunning: true, null, [], 0, 0);
        }

        var fields = new FieldScanner(line);
        Span<ulong> arguments = stackalloc ulong[MostArguments];
        if (!fields.TryInt32(out int number)
            || (number != -1 && !TryArguments(ref fields, arguments))
            || !TryHex(fields.Next(), out ulong stack)
            || !TryHex(fields.Next(), out ulong instruction))
        {
            throw source.Malformed(1, line, "\"running\", or the number of a call, its arguments and two pointers,");
        }

        // A task without a user-mode state (a thread of the kernel, a zombie) is written as a call 0 whose every register is 0.
        bool hasCall = number != -1 && (stack | instruction) != 0;
        return Create(source, isRunning: false, hasCall ? number : null, hasCall ? arguments : [], stack, instruction);
    }

    private static ProcessSystemCall Create(
        ProcSource source,
        bool isRunning,
        int? number,
        ReadOnlySpan<ulong> arguments,
        ulong stack,
        ulong instruction)
    {
        // A program of 32 bits has a table of its own, and no pointer above 4 GB.
        bool isWide = (stack | instruction) > uint.MaxValue;
        SystemCallTable? table = isWide ? SystemCallTable.Of(source.Root.Facts.Architecture) : null;
        SystemCallTable.SystemCall? call = number is { } known ? table?.Find(known) : null;
        int count = Math.Min(call?.Arguments ?? MostArguments, arguments.Length);
        return new ProcessSystemCall
        {
            ProcessId = source.ProcessId ?? 0,
            ThreadId = source.ThreadId,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
            IsRunning = isRunning,
            Number = number,
            Name = call?.Name,
            Arguments = arguments[..count].ToArray(),
            StackPointer = stack == 0 ? null : stack,
            InstructionPointer = instruction == 0 ? null : instruction,
        };
    }

    private static bool TryArguments(ref FieldScanner fields, scoped Span<ulong> arguments)
    {
        foreach (ref ulong argument in arguments)
        {
            if (!TryHex(fields.Next(), out argument))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        return text.StartsWith("0x"u8) && Text.Number.TryHex(text[2..], out value);
    }
}
