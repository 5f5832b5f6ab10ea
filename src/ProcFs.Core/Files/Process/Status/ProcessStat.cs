using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/stat</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/stat</c>: the 52 fields in one line. Times are time spans and sizes are bytes,
/// whatever the kernel counts in. Kernels before 3.5 have 44 to 51 fields; a missing tail is null. Source:
/// proc_pid_stat(5), fs/proc/array.c.
/// </summary>
public sealed partial class ProcessStat : IRecord<ProcessStat>
{
    private ProcessStat()
    {
    }

    /// <summary>The process that it is, or that the thread belongs to.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The id in the line: that of the thread, or of the process's first thread.</summary>
    public required int ThreadId { get; init; }

    /// <summary>The name; where the kernel cut it, the full one as Get-Process shows it.</summary>
    public required string Name { get; init; }

    /// <summary>The name, exact: up to 15 bytes, or 63 for a kernel thread.</summary>
    public required string Comm { get; init; }

    /// <summary>What it is doing.</summary>
    public required ProcessState State { get; init; }

    /// <summary>When it started; null where the start of the machine is not known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The parent; 0 for none that can be seen.</summary>
    public required int ParentProcessId { get; init; }

    /// <summary>The process group.</summary>
    public required int ProcessGroupId { get; init; }

    /// <summary>The session.</summary>
    public required int SessionId { get; init; }

    /// <summary>The controlling terminal's device number as the kernel packs it; 0 for none.</summary>
    public required int TtyNumber { get; init; }

    /// <summary>The foreground process group of that terminal; -1 for none.</summary>
    public required int TtyProcessGroupId { get; init; }

    /// <summary>The PF_* flags.</summary>
    public required ProcessFlags Flags { get; init; }

    /// <summary>Page faults that needed no disk.</summary>
    public required long MinorFaults { get; init; }

    /// <summary>Those of the children it has waited for.</summary>
    public required long ChildrenMinorFaults { get; init; }

    /// <summary>Page faults that needed the disk.</summary>
    public required long MajorFaults { get; init; }

    /// <summary>Those of the children it has waited for.</summary>
    public required long ChildrenMajorFaults { get; init; }

    /// <summary>CPU time in user mode, guest time included.</summary>
    public required TimeSpan UserTime { get; init; }

    /// <summary>CPU time in the kernel.</summary>
    public required TimeSpan SystemTime { get; init; }

    /// <summary>User time of the children it has waited for.</summary>
    public required TimeSpan ChildrenUserTime { get; init; }

    /// <summary>Kernel time of the children it has waited for.</summary>
    public required TimeSpan ChildrenSystemTime { get; init; }

    /// <summary>The kernel's priority: 20 + nice, or -1 - real-time priority.</summary>
    public required int Priority { get; init; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    public required int Nice { get; init; }

    /// <summary>How many threads the process has.</summary>
    public required int Threads { get; init; }

    /// <summary>Not maintained by the kernel since 2.6.17: 0.</summary>
    public required long IntervalTimer { get; init; }

    /// <summary>Clock ticks from the start of the machine to that of the process: what tells it from others with its id.</summary>
    public required ulong StartTicks { get; init; }

    /// <summary>Virtual size, in bytes.</summary>
    public required long VirtualSize { get; init; }

    /// <summary>Resident size, in bytes. The kernel keeps this one roughly; <c>smaps_rollup</c> is exact.</summary>
    public required long ResidentSize { get; init; }

    /// <summary>The soft limit of the resident size (RLIMIT_RSS), in bytes; null for unlimited.</summary>
    public required ulong? ResidentLimit { get; init; }

    /// <summary>Where the program's text starts; null where the caller may not see addresses.</summary>
    public required ulong? StartCode { get; init; }

    /// <summary>Where the program's text ends; null where the caller may not see addresses.</summary>
    public required ulong? EndCode { get; init; }

    /// <summary>Where the stack starts; null where the caller may not see addresses.</summary>
    public required ulong? StartStack { get; init; }

    /// <summary>The stack pointer; null unless the task is exiting and the caller may see it.</summary>
    public required ulong? StackPointer { get; init; }

    /// <summary>The instruction pointer; null unless the task is exiting and the caller may see it.</summary>
    public required ulong? InstructionPointer { get; init; }

    /// <summary>Pending signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    public required ulong SignalsPending { get; init; }

    /// <summary>Blocked signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    public required ulong SignalsBlocked { get; init; }

    /// <summary>Ignored signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    public required ulong SignalsIgnored { get; init; }

    /// <summary>Caught signals 1 to 31 as a mask; <c>status</c> has them all.</summary>
    public required ulong SignalsCaught { get; init; }

    /// <summary>1 while it waits in the kernel, 0 while it runs; <c>wchan</c> has the name of the place.</summary>
    public required ulong WaitChannel { get; init; }

    /// <summary>Not maintained by the kernel: 0.</summary>
    public required long SwappedPages { get; init; }

    /// <summary>Not maintained by the kernel: 0.</summary>
    public required long ChildrenSwappedPages { get; init; }

    /// <summary>The signal its parent gets when it ends.</summary>
    public required int? ExitSignal { get; init; }

    /// <summary>The CPU it ran on last.</summary>
    public required int? Processor { get; init; }

    /// <summary>1 to 99 for a real-time policy, else 0.</summary>
    public required int? RealTimePriority { get; init; }

    /// <summary>How the scheduler picks it.</summary>
    public required SchedulingPolicy? Policy { get; init; }

    /// <summary>Time spent waiting for block I/O; zero where the kernel does not account for delays.</summary>
    public required TimeSpan? BlockIoDelay { get; init; }

    /// <summary>Time spent running a virtual CPU; it is inside <see cref="UserTime"/>.</summary>
    public required TimeSpan? GuestTime { get; init; }

    /// <summary>That of the children it has waited for.</summary>
    public required TimeSpan? ChildrenGuestTime { get; init; }

    /// <summary>Where the data starts; null where the caller may not see addresses.</summary>
    public required ulong? StartData { get; init; }

    /// <summary>Where the data ends; null where the caller may not see addresses.</summary>
    public required ulong? EndData { get; init; }

    /// <summary>Where the heap starts; null where the caller may not see addresses.</summary>
    public required ulong? StartBreak { get; init; }

    /// <summary>Where the arguments start; null where the caller may not see addresses.</summary>
    public required ulong? ArgumentStart { get; init; }

    /// <summary>Where the arguments end; null where the caller may not see addresses.</summary>
    public required ulong? ArgumentEnd { get; init; }

    /// <summary>Where the environment starts; null where the caller may not see addresses.</summary>
    public required ulong? EnvironmentStart { get; init; }

    /// <summary>Where the environment ends; null where the caller may not see addresses.</summary>
    public required ulong? EnvironmentEnd { get; init; }

    /// <summary>The exit status as waitpid(2) gives it; null where the caller may not see it, or the kernel does not tell.</summary>
    public required int? ExitCode { get; init; }

    /// <summary>Fields behind the 52 that this version knows, as text.</summary>
    public required string[] Additional { get; init; }

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => KeyText.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, Name);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">The line is not of the file's form.</exception>
    public static ProcessStat Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!StatLine.TryParse(text, out StatLine line) || !StatNumbers.TryParse(line.Numbers, source.Root.Facts, out StatNumbers numbers))
        {
            throw source.Malformed(1, text.TrimEnd((byte)'\n'), "the fields of a stat line");
        }

        source.TakeIdentity(text);
        string comm = LosslessText.Decode(line.Comm);

        // 1 for the text's start means that the reader may not see the addresses; the exit code is then written as 0.
        bool hidesAddresses = numbers.UInt64(26) == 1;
        return new ProcessStat
        {
            ProcessId = source.ProcessId ?? line.Id,
            ThreadId = line.Id,
            Name = source.ProcessId == line.Id && source.ProcessName is { Length: > 0 } name ? name : comm,
            Comm = comm,
            State = ProcessStates.Of(line.State),
            StartTime = source.Root.Facts.AfterBoot(line.UInt64(StatLine.StartTime)),
            ParentProcessId = numbers.Int32(4),
            ProcessGroupId = numbers.Int32(5),
            SessionId = numbers.Int32(6),
            TtyNumber = numbers.Int32(7),
            TtyProcessGroupId = numbers.Int32(8),
            Flags = (ProcessFlags)numbers.UInt64(9),
            MinorFaults = numbers.Int64(10),
            ChildrenMinorFaults = numbers.Int64(11),
            MajorFaults = numbers.Int64(12),
            ChildrenMajorFaults = numbers.Int64(13),
            UserTime = numbers.Time(14),
            SystemTime = numbers.Time(15),
            ChildrenUserTime = numbers.Time(16),
            ChildrenSystemTime = numbers.Time(17),
            Priority = numbers.Int32(18),
            Nice = numbers.Int32(19),
            Threads = numbers.Int32(20),
            IntervalTimer = numbers.Int64(21),
            StartTicks = numbers.UInt64(22),
            VirtualSize = numbers.Int64(23),
            ResidentSize = numbers.Pages(24),
            ResidentLimit = numbers.Limit(25),
            StartCode = numbers.Address(26),
            EndCode = numbers.Address(27),
            StartStack = numbers.Address(28),
            StackPointer = numbers.Address(29),
            InstructionPointer = numbers.Address(30),
            SignalsPending = numbers.UInt64(31),
            SignalsBlocked = numbers.UInt64(32),
            SignalsIgnored = numbers.UInt64(33),
            SignalsCaught = numbers.UInt64(34),
            WaitChannel = numbers.UInt64(35),
            SwappedPages = numbers.Int64(36),
            ChildrenSwappedPages = numbers.Int64(37),
            ExitSignal = numbers.OptionalInt32(38),
            Processor = numbers.OptionalInt32(39),
            RealTimePriority = numbers.OptionalInt32(40),
            Policy = (SchedulingPolicy?)numbers.OptionalInt32(41),
            BlockIoDelay = numbers.OptionalTime(42),
            GuestTime = numbers.OptionalTime(43),
            ChildrenGuestTime = numbers.OptionalTime(44),
            StartData = numbers.Address(45),
            EndData = numbers.Address(46),
            StartBreak = numbers.Address(47),
            ArgumentStart = numbers.Address(48),
            ArgumentEnd = numbers.Address(49),
            EnvironmentStart = numbers.Address(50),
            EnvironmentEnd = numbers.Address(51),
            ExitCode = hidesAddresses ? null : numbers.OptionalInt32(52),
            Additional = numbers.Behind(StatLine.LastField),
            _lastField = numbers.Last,
            _hidesAddresses = hidesAddresses,
        };
    }
}
