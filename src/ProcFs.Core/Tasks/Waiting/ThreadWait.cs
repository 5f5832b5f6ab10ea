using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// What a thread waits for: its <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/stat</c>, <c>wchan</c>, <c>syscall</c>, <c>stack</c>, and what the descriptor leads to that it waits
/// on. What the caller may not read, or this kernel does not have, is null.
/// </summary>
public sealed class ThreadWait
{
    internal ThreadWait()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The thread; the first one has the id of the process.</summary>
    public required int ThreadId { get; init; }

    /// <summary>The thread's own name: up to 15 bytes, exact.</summary>
    public required string ThreadName { get; init; }

    /// <summary>When the thread started; null where that cannot be known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>What it is doing.</summary>
    public required ProcessState State { get; init; }

    /// <summary>Whether it runs, or is ready to: it waits for nothing but a CPU.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>The function of the kernel that it sleeps in; null where it runs, or the caller may not see it.</summary>
    public required string? WaitChannel { get; init; }

    /// <summary>The system call it waits in, by name; null where it is in none, its number is of no known table, or the caller may not see it.</summary>
    public required string? SystemCall { get; init; }

    /// <summary>The number of that call.</summary>
    public required int? SystemCallNumber { get; init; }

    /// <summary>The arguments, as many as the call takes; none where there is no call, null where the caller may not see them.</summary>
    [Unit(Unit.Hex)] public required ulong[]? Arguments { get; init; }

    /// <summary>The file descriptor that is the first argument of the call; null for a call that takes none.</summary>
    public required int? Descriptor { get; init; }

    /// <summary>What that descriptor leads to, in the kernel's words: a path, <c>pipe:[33590]</c>; null where that cannot be known.</summary>
    [Unit(Unit.Path)] public required string? Target { get; init; }

    /// <summary>The stack pointer of the program; null where it runs, is a thread of the kernel, or the caller may not see it.</summary>
    [Unit(Unit.Address)] public required ulong? StackPointer { get; init; }

    /// <summary>Where the program goes on; null where it runs, is a thread of the kernel, or the caller may not see it.</summary>
    [Unit(Unit.Address)] public required ulong? InstructionPointer { get; init; }

    /// <summary>The functions of the kernel that it is in, innermost first; none while it is on a CPU, null where the caller may not see them: that takes root.</summary>
    public required KernelStackFrame[]? Stack { get; init; }

    /// <summary>Why fields are null: names of properties with the reason. What a thread of the kernel lacks by its nature is not among them.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(ThreadWait),
        new(nameof(ProcessId), 9),
        new(nameof(ThreadId), 8),
        new(nameof(ThreadName), 15) { Label = "Name" },
        new(nameof(State), 10),
        new(nameof(WaitChannel), 20),
        new(nameof(SystemCall)) { With = [nameof(SystemCallNumber), nameof(Arguments), nameof(IsRunning), nameof(Descriptor), nameof(Target)], Show = Cells.CallWithTarget });

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ThreadName);

    /// <summary>Reads the threads of the selected processes.</summary>
    /// <param name="selection">Which processes.</param>
    /// <param name="threadIds">Only these threads of them; null for all.</param>
    /// <param name="summary">Gets what was left out.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static IEnumerable<Outcome<ThreadWait>> Read(
        ProcessSelection selection,
        IReadOnlyList<int>? threadIds,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ThreadWait>(
            selection,
            "task",
            (process, emit, report) => ThreadWaitReader.ReadAll(process, threadIds, isNamed: selection.Ids is not null, emit, report),
            summary,
            cancellation);
}
