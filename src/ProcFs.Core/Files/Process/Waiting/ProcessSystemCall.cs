using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/syscall</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/syscall</c>: the system call in which a task is blocked. Source:
/// proc_pid_syscall(5), lib/syscall.c; the tables of system calls of x86-64 and 64-bit Arm.
/// </summary>
[Fields]
public sealed partial class ProcessSystemCall : IRecord<ProcessSystemCall>
{
    private const int MostArguments = 6;
    private const int Pointers = 2;
    private const string Form = "\"running\", or the number of a call, its arguments and two pointers";

    private ProcessSystemCall()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The id of the thread, if read for one; null for the process, which is represented by its first thread.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>The full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>Whether it was running, so that nothing else is known.</summary>
    public bool IsRunning { get; private init; }

    /// <summary>The number of the call; null if it is running, or is blocked outside of a call (in a page fault, or as a kernel thread).</summary>
    [Field(1)] public int? Number { get; private set; }

    /// <summary>The name of the call; null if there is no call, or its number is of an unknown table: another processor's, or that of 32-bit programs.</summary>
    public string? Name { get; private set; }

    /// <summary>The arguments, as many as the call has; six registers if that is unknown, none if there is no call. Null if they cannot be read.</summary>
    [Field(2, Parser = nameof(TryArguments))] [Unit(Unit.Hex)] public ulong[]? Arguments { get; private set; } = [];

    /// <summary>The stack pointer of the program; null if it is running, or is a kernel thread.</summary>
    [Field(3, Parser = nameof(TryPointer))] [Unit(Unit.Address)] public ulong? StackPointer { get; private set; }

    /// <summary>The instruction pointer of the program; null if it is running, or is a kernel thread.</summary>
    [Field(4, Parser = nameof(TryPointer))] [Unit(Unit.Address)] public ulong? InstructionPointer { get; private set; }

    /// <summary>
    /// The reasons why properties are null, by property name. Properties that a running task, or one outside of a call, does not have are not included.
    /// </summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessSystemCall),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Name)) { Label = "SystemCall", With = [nameof(Number), nameof(Arguments), nameof(IsRunning)], Show = Cells.Call });

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line does not have the format of the file.</exception>
    public static ProcessSystemCall Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        var call = new ProcessSystemCall
        {
            ProcessId = source.ProcessId ?? 0,
            ThreadId = source.ThreadId,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
            IsRunning = line.SequenceEqual("running"u8),
        };
        return call.IsRunning || call.TryRead(line, source) ? call : throw source.Malformed(1, line, Form);
    }

    // "-1" means no call, and only the pointers follow.
    private bool TryRead(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line);
        IFields fields = this;
        fields.Set(1, words.Next(), source);
        int arguments = Value.CountWords(words.Rest) - Pointers;
        if (arguments is not (0 or MostArguments) || (arguments == 0 && Number is not (-1 or null)))
        {
            return false;
        }

        ReadOnlySpan<byte> registers = words.Rest;
        for (int i = 0; i < arguments; i++)
        {
            words.Next();
        }

        ReadOnlySpan<byte> given = registers[..^words.Rest.Length];
        fields.Set(3, words.Next(), source);
        fields.Set(4, words.Next(), source);

        // A task without user-mode state (a kernel thread, a zombie) is written as call 0 with all registers 0.
        bool hasCall = arguments > 0 && (StackPointer is not null || InstructionPointer is not null || !_malformed.IsEmpty);
        Number = hasCall ? Number : null;
        if (hasCall)
        {
            TakeCall(given, source);
        }

        return true;
    }

    private void TakeCall(ReadOnlySpan<byte> arguments, ProcSource source)
    {
        // A 32-bit program has its own table, and no pointer above 4 GB.
        bool isWide = StackPointer > uint.MaxValue || InstructionPointer > uint.MaxValue;
        SystemCallTable? table = isWide ? SystemCallTable.Of(source.Root.Facts.Architecture) : null;
        SystemCallTable.SystemCall? call = Number is { } known ? table?.Find(known) : null;
        Name = call?.Name;
        Arguments = null;
        ((IFields)this).Set(2, arguments, source);
        Arguments = Arguments?[..Math.Min(call?.Arguments ?? MostArguments, MostArguments)];
    }

    private static bool TryArguments(ReadOnlySpan<byte> value, ProcSource source, out ulong[]? arguments)
    {
        arguments = new ulong[MostArguments];
        var words = new FieldScanner(value);
        foreach (ref ulong argument in arguments.AsSpan())
        {
            if (!Value.TryPrefixedHex(words.Next(), source, out argument))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryPointer(ReadOnlySpan<byte> value, ProcSource source, out ulong? pointer)
    {
        bool parsed = Value.TryPrefixedHex(value, source, out ulong address);
        pointer = address == 0 ? null : address;
        return parsed;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
