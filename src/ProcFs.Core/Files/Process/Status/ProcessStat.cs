using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/stat</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/stat</c>: 52 fields on one line. Times are time spans and sizes are in bytes,
/// whatever the units of the kernel. Kernels before 3.5 have 44 to 51 fields; missing fields are null. Source: proc_pid_stat(5), fs/proc/array.c.
/// </summary>
[Fields]
public sealed partial class ProcessStat : IRecord<ProcessStat>
{
    private ProcessStat()
    {
    }

    /// <summary>The id of the process, or of the process of the thread.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The id in the line: that of the thread, or of the first thread of the process.</summary>
    public int ThreadId { get; private set; }

    /// <summary>The full name as shown by Get-Process, even if the kernel truncated it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The exact name: up to 15 bytes, or 63 for a kernel thread.</summary>
    public string Comm { get; private set; } = "";

    /// <summary>The state.</summary>
    public ProcessState State { get; private set; }

    /// <summary>The start time; null if the boot time is unknown.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The parent; 0 if none is visible.</summary>
    [Field(4)] public int? ParentProcessId { get; private set; }

    /// <summary>The process group.</summary>
    [Field(5)] public int? ProcessGroupId { get; private set; }

    /// <summary>The session.</summary>
    [Field(6)] public int? SessionId { get; private set; }

    /// <summary>The device number of the controlling terminal, as the kernel encodes it; 0 for none.</summary>
    [Field(7)] public int? TtyNumber { get; private set; }

    /// <summary>The foreground process group of that terminal; -1 for none.</summary>
    [Field(8)] public int? TtyProcessGroupId { get; private set; }

    /// <summary>The PF_* flags.</summary>
    [Field(9)] public ProcessFlags? Flags { get; private set; }

    /// <summary>The number of minor page faults, which needed no I/O.</summary>
    [Field(10)] public long? MinorFaults { get; private set; }

    /// <summary>The same for the children that it has waited for.</summary>
    [Field(11)] public long? ChildrenMinorFaults { get; private set; }

    /// <summary>The number of major page faults, which needed I/O.</summary>
    [Field(12)] public long? MajorFaults { get; private set; }

    /// <summary>The same for the children that it has waited for.</summary>
    [Field(13)] public long? ChildrenMajorFaults { get; private set; }

    /// <summary>CPU time in user mode, including guest time.</summary>
    [Field(14, Scale.Ticks)] public TimeSpan? UserTime { get; private set; }

    /// <summary>CPU time in the kernel.</summary>
    [Field(15, Scale.Ticks)] public TimeSpan? SystemTime { get; private set; }

    /// <summary>User time of the children that it has waited for.</summary>
    [Field(16, Scale.Ticks)] public TimeSpan? ChildrenUserTime { get; private set; }

    /// <summary>Kernel time of the children that it has waited for.</summary>
    [Field(17, Scale.Ticks)] public TimeSpan? ChildrenSystemTime { get; private set; }

    /// <summary>The kernel's priority: 20 + nice, or -1 - real-time priority.</summary>
    [Field(18)] public int? Priority { get; private set; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    [Field(19)] public int? Nice { get; private set; }

    /// <summary>The number of threads of the process.</summary>
    [Field(20)] public int? Threads { get; private set; }

    /// <summary>Not maintained by the kernel since 2.6.17: 0.</summary>
    [Field(21)] public long? IntervalTimer { get; private set; }

    /// <summary>The start time in clock ticks since boot; together with the id, it identifies the process.</summary>
    [Field(22)] public ulong? StartTicks { get; private set; }

    /// <summary>Virtual size, in bytes.</summary>
    [Field(23)] [Unit(Unit.Bytes)] public long? VirtualSize { get; private set; }

    /// <summary>Resident set size, in bytes. This value is approximate; that of <c>smaps_rollup</c> is exact.</summary>
    [Field(24, Scale.Pages)] public long? ResidentSize { get; private set; }

    /// <summary>The soft limit of the resident set size (RLIMIT_RSS), in bytes; null for unlimited.</summary>
    [Field(25, Scale.Limit)] public ulong? ResidentLimit { get; private set; }

    /// <summary>The start address of the program code; null if the caller is not allowed to see addresses.</summary>
    [Field(26, Parser = nameof(TryStartCode))] [Unit(Unit.Address)] public ulong? StartCode { get; private set; }

    /// <summary>The end address of the program code; null if the caller is not allowed to see addresses.</summary>
    [Field(27, Scale.Address)] public ulong? EndCode { get; private set; }

    /// <summary>The start address of the stack; null if the caller is not allowed to see addresses.</summary>
    [Field(28, Scale.Address)] public ulong? StartStack { get; private set; }

    /// <summary>The stack pointer; null unless the task is exiting and the caller is allowed to see it.</summary>
    [Field(29, Scale.Address)] public ulong? StackPointer { get; private set; }

    /// <summary>The instruction pointer; null unless the task is exiting and the caller is allowed to see it.</summary>
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

    /// <summary>The number of times that it is open.</summary>
    [Field(38)] public int? ExitSignal { get; private set; }

    /// <summary>The CPU on which it last ran.</summary>
    [Field(39)] public int? Processor { get; private set; }

    /// <summary>1 to 99 for a real-time policy, else 0.</summary>
    [Field(40)] public int? RealTimePriority { get; private set; }

    /// <summary>The scheduling policy.</summary>
    [Field(41)] public SchedulingPolicy? Policy { get; private set; }

    /// <summary>Time spent waiting for block I/O; zero where the kernel does not account for delays.</summary>
    [Field(42, Scale.Ticks)] public TimeSpan? BlockIoDelay { get; private set; }

    /// <summary>Time spent running a virtual CPU; it is inside <see cref="UserTime"/>.</summary>
    [Field(43, Scale.Ticks)] public TimeSpan? GuestTime { get; private set; }

    /// <summary>That of the children it has waited for.</summary>
    [Field(44, Scale.Ticks)] public TimeSpan? ChildrenGuestTime { get; private set; }

    /// <summary>The start address of the data; null if the caller is not allowed to see addresses.</summary>
    [Field(45, Scale.Address)] public ulong? StartData { get; private set; }

    /// <summary>The end address of the data; null if the caller is not allowed to see addresses.</summary>
    [Field(46, Scale.Address)] public ulong? EndData { get; private set; }

    /// <summary>The start address of the heap; null if the caller is not allowed to see addresses.</summary>
    [Field(47, Scale.Address)] public ulong? StartBreak { get; private set; }

    /// <summary>Where the arguments start; null if the caller may not see addresses.</summary>
    [Field(48, Scale.Address)] public ulong? ArgumentStart { get; private set; }

    /// <summary>Where the arguments end; null if the caller may not see addresses.</summary>
    [Field(49, Scale.Address)] public ulong? ArgumentEnd { get; private set; }

    /// <summary>The start address of the environment; null if the caller is not allowed to see addresses.</summary>
    [Field(50, Scale.Address)] public ulong? EnvironmentStart { get; private set; }

    /// <summary>The end address of the environment; null if the caller is not allowed to see addresses.</summary>
    [Field(51, Scale.Address)] public ulong? EnvironmentEnd { get; private set; }

    /// <summary>The exit status in the format of waitpid(2); null if the caller is not allowed to see it, or the kernel does not report it.</summary>
    [Field(52, Parser = nameof(TryExitCode))] public int? ExitCode { get; private set; }

    /// <summary>Fields after the 52 known to this version, as text, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. Properties that do not apply to a kernel thread are not included.</summary>
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

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, Name);
}
