using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The wait state of a thread: its <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/stat</c>, <c>wchan</c>, <c>syscall</c> and <c>stack</c>, and the target of the descriptor
/// on which it waits. A property that the caller is not allowed to read, or that this kernel does not have, is null.
/// </summary>
public sealed class ThreadWait
{
    internal ThreadWait()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The id of the thread; that of the first thread is the id of the process.</summary>
    public required int ThreadId { get; init; }

    /// <summary>The exact name of the thread, up to 15 bytes.</summary>
    public required string ThreadName { get; init; }

    /// <summary>The start time of the thread; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The state.</summary>
    public required ProcessState State { get; init; }

    /// <summary>Whether it is running or ready to run.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>The wait channel: the kernel function in which it sleeps; null if it is running, or the caller is not allowed to see it.</summary>
    public required string? WaitChannel { get; init; }

    /// <summary>
    /// The name of the system call in which it waits; null if it is in none, the number is not in a known table, or the caller is not allowed to see it.
    /// </summary>
    public required string? SystemCall { get; init; }

    /// <summary>The number of that call.</summary>
    public required int? SystemCallNumber { get; init; }

    /// <summary>The arguments, as many as the call has; none if there is no call, null if the caller is not allowed to see them.</summary>
    [Unit(Unit.Hex)] public required ulong[]? Arguments { get; init; }

    /// <summary>The file descriptor that is the first argument of the call; null for a call without one.</summary>
    public required int? Descriptor { get; init; }

    /// <summary>The target of that descriptor: a path, <c>pipe:[33590]</c>; null if it is unknown.</summary>
    [Unit(Unit.Path)] public required string? Target { get; init; }

    /// <summary>The stack pointer of the program; null if it is running, is a kernel thread, or the caller is not allowed to see it.</summary>
    [Unit(Unit.Address)] public required ulong? StackPointer { get; init; }

    /// <summary>The instruction pointer of the program; null if it is running, is a kernel thread, or the caller is not allowed to see it.</summary>
    [Unit(Unit.Address)] public required ulong? InstructionPointer { get; init; }

    /// <summary>The kernel stack, innermost function first; empty while it is on a CPU, null if the caller is not allowed to see it, which needs root.</summary>
    public required KernelStackFrame[]? Stack { get; init; }

    /// <summary>The reasons why properties are null, by property name. Properties that do not apply to a kernel thread are not included.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(ThreadWait),
        new(nameof(ProcessId), 9),
        new(nameof(ThreadId), 8),
        new(nameof(ThreadName), 15) { Label = "Name" },
        new(nameof(State), 10),
        new(nameof(WaitChannel), 20),
        new(nameof(SystemCall)) { With = [nameof(SystemCallNumber), nameof(Arguments), nameof(IsRunning), nameof(Descriptor), nameof(Target)], Show = Cells.CallWithTarget });

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ThreadName);

    /// <summary>Reads the threads of the selected processes.</summary>
    /// <param name="selection">The processes to read.</param>
    /// <param name="threadIds">The threads to read; null for all.</param>
    /// <param name="summary">Receives what was left out.</param>
    /// <param name="cancellation">Cancels the reading.</param>
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
