using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/stat</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/stat</c>: the 52 fields in one line. Times are time spans and sizes are bytes,
/// whatever the kernel counts in. Kernels before 3.5 have 44 to 51 fields; a missing tail is null. Source:
/// proc_pid_stat(5), fs/proc/array.c.
/// </summary>
[Fields]
public sealed partial class ProcessStat : IRecord<ProcessStat>
{
    private ProcessStat()
    {
    }

    /// <summary>The process that it is, or that the thread belongs to.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The id in the line: that of the thread, or of the process's first thread.</summary>
    public int ThreadId { get; private set; }

    /// <summary>The name; where the kernel cut it, the full one as Get-Process shows it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name, exact: up to 15 bytes, or 63 for a kernel thread.</summary>
    public string Comm { get; private set; } = "";

    /// <summary>What it is doing.</summary>
    public ProcessState State { get; private set; }

    /// <summary>When it started; null where the start of the machine is not known.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The parent; 0 for none that can be seen.</summary>
    [Field(4)] public int? ParentProcessId { get; private set; }

    /// <summary>The process group.</summary>
    [Field(5)] public int? ProcessGroupId { get; private set; }

    /// <summary>The session.</summary>
    [Field(6)] public int? SessionId { get; private set; }

    /// <summary>The controlling terminal's device number as the kernel packs it; 0 for none.</summary>
    [Field(7)] public int? TtyNumber { get; private set; }

    /// <summary>The foreground process group of that terminal; -1 for none.</summary>
    [Field(8)] public int? TtyProcessGroupId { get; private set; }

    /// <summary>The PF_* flags.</summary>
    [Field(9)] public ProcessFlags? Flags { get; private set; }

    /// <summary>Page faults that needed no disk.</summary>
    [Field(10)] public long? MinorFaults { get; private set; }

    /// <summary>Those of the children it has waited for.</summary>
    [Field(11)] public long? ChildrenMinorFaults { get; private set; }

    /// <summary>Page faults that needed the disk.</summary>
    [Field(12)] public long? MajorFaults { get; private set; }

    /// <summary>Those of the children it has waited for.</summary>
    [Field(13)] public long? ChildrenMajorFaults { get; private set; }

    /// <summary>CPU time in user mode, guest time included.</summary>
    [Field(14, Scale.Ticks)] public TimeSpan? UserTime { get; private set; }

    /// <summary>CPU time in the kernel.</summary>
    [Field(15, Scale.Ticks)] public TimeSpan? SystemTime { get; private set; }

    /// <summary>User time of the children it has waited for.</summary>
    [Field(16, Scale.Ticks)] public TimeSpan? ChildrenUserTime { get; private set; }

    /// <summary>Kernel time of the children it has waited for.</summary>
    [Field(17, Scale.Ticks)] public TimeSpan? ChildrenSystemTime { get; private set; }

    /// <summary>The kernel's priority: 20 + nice, or -1 - real-time priority.</summary>
    [Field(18)] public int? Priority { get; private set; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    [Field(19)] public int? Nice { get; private set; }

    /// <summary>How many threads the process has.</summary>
    [Field(20)] public int? Threads { get; private set; }

    /// <summary>Not maintained by the kernel since 2.6.17: 0.</summary>
    [Field(21)] public long? IntervalTimer { get; private set; }

    /// <summary>Clock ticks from the start of the machine to that of the process: what tells it from others with its id.</summary>
    [Field(22)] public ulong? StartTicks { get; private set; }

    /// <summary>Virtual size, in bytes.</summary>
    [Field(23)] [Unit(Unit.Bytes)] public long? VirtualSize { get; private set; }

    /// <summary>Resident size, in bytes. The kernel keeps this one roughly; <c>smaps_rollup</c> is exact.</summary>
    [Field(24, Scale.Pages)] public long? ResidentSize { get; private set; }

    /// <summary>The soft limit of the resident size (RLIMIT_RSS), in bytes; null for unlimited.</summary>
    [Field(25, Scale.Limit)] public ulong? ResidentLimit { get; private set; }

    /// <summary>Where the program's text starts; null where the caller may not see addresses.</summary>
    [Field(26, Parser = nameof(TryStartCode))] [Unit(Unit.Address)] public ulong? StartCode { get; private set; }

    /// <summary>Where the program's text ends; null where the caller may not see addresses.</summary>
    [Field(27, Scale.Address)] public ulong? EndCode { get; private set; }

    /// <summary>Where the stack starts; null where the caller may not see addresses.</summary>
    [Field(28, Scale.Address)] public ulong? StartStack { get; private set; }

    /// <summary>The stack pointer; null unless the task is exiting and the caller may see it.</summary>
    [Field(29, Scale.Address)] public ulong? StackPointer { get; private set; }

    /// <summary>The instruction pointer; null unless the task is exiting and the caller may see it.</summary>
    [Field(30, Scale.Address)] public ulong? InstructionPointer { get; private set; }

    /// <summary>Pending signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    [Field(31)] public ulong? SignalsPending { get; private set; }

    /// <summary>Blocked signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    [Field(32)] public ulong? SignalsBlocked { get; private set; }

    /// <summary>Ignored signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    [Field(33)] public ulong? SignalsIgnored { get; private set; }

    /// <summary>Caught signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    [Field(34)] public ulong? SignalsCaught { get; private set; }

    /// <summary>1 while it waits in the kernel, 0 while it runs; <c>wchan</c> has the name of the place.</summary>
    [Field(35)] public ulong? WaitChannel { get; private set; }

    /// <summary>Not maintained by the kernel: 0.</summary>
    [Field(36)] public long? SwappedPages { get; private set; }

    /// <summary>Not maintained by the kernel: 0.</summary>
    [Field(37)] public long? ChildrenSwappedPages { get; private set; }

    /// <summary>The signal its parent gets when it ends.</summary>
    [Field(38)] public int? ExitSignal { get; private set; }

    /// <summary>The CPU it ran on last.</summary>
    [Field(39)] public int? Processor { get; private set; }

    /// <summary>1 to 99 for a real-time policy, else 0.</summary>
    [Field(40)] public int? RealTimePriority { get; private set; }

    /// <summary>How the scheduler picks it.</summary>
    [Field(41)] public SchedulingPolicy? Policy { get; private set; }

    /// <summary>Time spent waiting for block I/O; zero where the kernel does not account for delays.</summary>
    [Field(42, Scale.Ticks)] public TimeSpan? BlockIoDelay { get; private set; }

    /// <summary>Time spent running a virtual CPU; it is inside <see cref="UserTime"/>.</summary>
    [Field(43, Scale.Ticks)] public TimeSpan? GuestTime { get; private set; }

    /// <summary>That of the children it has waited for.</summary>
    [Field(44, Scale.Ticks)] public TimeSpan? ChildrenGuestTime { get; private set; }

    /// <summary>Where the data starts; null where the caller may not see addresses.</summary>
    [Field(45, Scale.Address)] public ulong? StartData { get; private set; }

    /// <summary>Where the data ends; null where the caller may not see addresses.</summary>
    [Field(46, Scale.Address)] public ulong? EndData { get; private set; }

    /// <summary>Where the heap starts; null where the caller may not see addresses.</summary>
    [Field(47, Scale.Address)] public ulong? StartBreak { get; private set; }

    /// <summary>Where the arguments start; null where the caller may not see addresses.</summary>
    [Field(48, Scale.Address)] public ulong? ArgumentStart { get; private set; }

    /// <summary>Where the arguments end; null where the caller may not see addresses.</summary>
    [Field(49, Scale.Address)] public ulong? ArgumentEnd { get; private set; }

    /// <summary>Where the environment starts; null where the caller may not see addresses.</summary>
    [Field(50, Scale.Address)] public ulong? EnvironmentStart { get; private set; }

    /// <summary>Where the environment ends; null where the caller may not see addresses.</summary>
    [Field(51, Scale.Address)] public ulong? EnvironmentEnd { get; private set; }

    /// <summary>The exit status as waitpid(2) gives it; null where the caller may not see it, or the kernel does not tell.</summary>
    [Field(52, Parser = nameof(TryExitCode))] public int? ExitCode { get; private set; }

    /// <summary>Fields behind the 52 that this version knows, as text, by their numbers.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What a kernel thread lacks by its nature is not among them.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessStat),
        new(nameof(ProcessId), 9),
        new(nameof(Name), 20),
        new(nameof(State), 11),
        new(nameof(ParentProcessId), 7) { Label = "Parent" },
        new(nameof(UserTime), 13),
        new(nameof(SystemTime), 13),
        new(nameof(ResidentSize), 8) { Label = "Rss" },
        new(nameof(VirtualSize), 8) { Label = "Size" },
        new(nameof(Processor), 4) { Label = "Cpu" },
        new(nameof(Nice), 5));

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, Name);
}
