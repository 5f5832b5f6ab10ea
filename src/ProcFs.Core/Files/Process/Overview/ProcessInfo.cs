using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models the directory <c>/proc/&lt;pid&gt;</c>: a process, according to <c>stat</c>, <c>status</c> and <c>cmdline</c>. Sizes are in bytes. A property that the
/// caller is not allowed to read, or that does not apply (a kernel thread has no memory), is null. If threads are requested, it also models the directories
/// <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;</c>.
/// </summary>
public class ProcessInfo
{
    private protected ProcessInfo(ProcessDirectory process, ProcessStat stat, ProcessStatus status, CommandLineText commandLine)
    {
        ProcessId = process.ProcessId;
        ThreadId = process.ThreadId;
        Name = process.ThreadId is null ? stat.Name : stat.Comm;
        StartTime = stat.StartTime;
        ParentProcessId = stat.ParentProcessId;
        State = stat.State;
        User = status.User;
        Group = status.Group;
        CommandLine = commandLine.Arguments;
        Threads = stat.Threads;
        CpuTime = Saturating.Sum(stat.UserTime, stat.SystemTime);
        VirtualSize = status.VmSize ?? (stat.VirtualSize is > 0 and var size ? size : null);
        ResidentSize = status.VmRss ?? (stat.ResidentSize is > 0 and var resident ? resident : null);
        CpuPercent = ShareOf(process.Root, stat);
        MemoryPercent = ResidentSize is { } inMemory && process.Root.TotalMemory is > 0 and var memory ? 100.0 * inMemory / memory : null;
        ProcessGroupId = stat.ProcessGroupId;
        SessionId = stat.SessionId;
        Tty = stat.TtyNumber is { } tty ? TerminalName.Of(tty, process.Root.Terminals) : null;
        Nice = stat.Nice;
        Policy = stat.Policy;
        IsKernelThread = stat.Flags?.HasFlag(ProcessFlags.KernelThread) == true;
        HasExitedLeader = process.ThreadId is null && stat is { State: ProcessState.Zombie, Threads: > 1 };
        Unavailable = WhyMissing(stat, status, commandLine);
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The id of the thread; null for the process as a whole.</summary>
    public int? ThreadId { get; }

    /// <summary>The full name as shown by Get-Process, even if the kernel truncated it; for a thread, its own name.</summary>
    public string Name { get; }

    /// <summary>The start time; together with the id, it identifies the process.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>The parent; 0 if none is visible.</summary>
    public int? ParentProcessId { get; }

    /// <summary>The state.</summary>
    public ProcessState State { get; }

    /// <summary>The name of the effective user; the id if the system has no name for it.</summary>
    public string? User { get; }

    /// <summary>The name of the effective group; the id if the system has no name for it.</summary>
    public string? Group { get; }

    /// <summary>The arguments; empty for a kernel thread or a zombie.</summary>
    [Unit(Unit.Arguments)] public string[] CommandLine { get; }

    /// <summary>The number of threads.</summary>
    public int? Threads { get; }

    /// <summary>CPU time used, in user mode and in the kernel.</summary>
    public TimeSpan? CpuTime { get; }

    /// <summary>Virtual size, in bytes; null for a process without memory of its own.</summary>
    [Unit(Unit.Bytes)] public long? VirtualSize { get; }

    /// <summary>Resident set size, in bytes; null for a process without memory of its own.</summary>
    [Unit(Unit.Bytes)] public long? ResidentSize { get; }

    /// <summary>CPU time since the start as a percentage of the elapsed time on one CPU, as shown by ps. Null if the uptime is unknown.</summary>
    [Unit(Unit.Percent)] public double? CpuPercent { get; }

    /// <summary>
    /// Resident set size as a percentage of the memory of the machine; null for a process without memory of its own, and for a capture without the memory size.
    /// </summary>
    [Unit(Unit.Percent)] public double? MemoryPercent { get; }

    /// <summary>The process group.</summary>
    public int? ProcessGroupId { get; }

    /// <summary>The session.</summary>
    public int? SessionId { get; }

    /// <summary>The controlling terminal, as named by ps: <c>pts/0</c>, <c>tty1</c>; null for none.</summary>
    public string? Tty { get; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    public int? Nice { get; }

    /// <summary>The scheduling policy.</summary>
    public SchedulingPolicy? Policy { get; }

    /// <summary>Whether it is a kernel thread.</summary>
    public bool IsKernelThread { get; }

    /// <summary>Whether its first thread has exited while others live on. The state is that of the first thread, Zombie, although the process is running.</summary>
    public bool HasExitedLeader { get; }

    /// <summary>The reasons why properties are null or empty, by property name. Properties that do not apply to a kernel thread are not included.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; private protected set; }

    internal static View View => new(
        typeof(ProcessInfo),
        new(nameof(ProcessId), 9),
        new(nameof(ParentProcessId), 7) { Label = "Parent" },
        new(nameof(Name), 16),
        new(nameof(User), 10),
        new(nameof(State), 10),
        new(nameof(CpuPercent), 5) { Label = "CPU%" },
        new(nameof(MemoryPercent), 5) { Label = "Mem%" },
        new(nameof(ResidentSize), 8) { Label = "Rss" },
        new(nameof(CommandLine)) { With = [nameof(Name)], Show = Cells.CommandLine });

    internal static View ThreadView => new(
        typeof(ProcessInfo),
        new(nameof(ProcessId), 9),
        new(nameof(ThreadId), 8),
        new(nameof(Name), 16),
        new(nameof(User), 10),
        new(nameof(State), 10),
        new(nameof(CpuTime), 14),
        new(nameof(ResidentSize), 8) { Label = "Rss" },
        new(nameof(Nice), 4),
        new(nameof(StartTime), 19))
    {
        Variant = "Threads",
    };

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, Name);

    /// <summary>Reads the selected processes.</summary>
    /// <param name="selection">The processes to read.</param>
    /// <param name="summary">Counts the processes that were left out.</param>
    /// <param name="includeThreads">Whether each process is followed by its threads.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    internal static IEnumerable<Outcome<ProcessInfo>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        bool includeThreads = false,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ProcessInfo>(
            selection,
            "stat",
            (process, emit) => ProcessInfoReader.Read(process, includeThreads, Of, emit),
            summary,
            cancellation);

    /// <summary>Creates it from the data that was read.</summary>
    internal static ProcessInfo Of(ProcessDirectory process, ProcessStat stat, ProcessStatus status, CommandLineText commandLine) =>
        new(process, stat, status, commandLine);

    private IReadOnlyDictionary<string, UnavailableReason> WhyMissing(ProcessStat stat, ProcessStatus status, CommandLineText commandLine)
    {
        var fields = default(UnavailableFields);
        fields.Add(nameof(CommandLine), commandLine.Reason);
        if (status is not { VmSize: not null, VmRss: not null, User: not null, Group: not null })
        {
            IReadOnlyDictionary<string, UnavailableReason> missing = status.Unavailable;
            if (VirtualSize is null || ResidentSize is null)
            {
                fields.AddFrom(missing, nameof(VirtualSize), nameof(ProcessStatus.VmSize));
                fields.AddFrom(missing, nameof(ResidentSize), nameof(ProcessStatus.VmRss));
            }

            fields.AddFrom(missing, nameof(User), nameof(ProcessStatus.UserIds));
            fields.AddFrom(missing, nameof(Group), nameof(ProcessStatus.GroupIds));
        }

        if (stat.Policy is null || stat.StartTime is null || ((IFields)stat).HasMalformed)
        {
            AddFrom(stat.Unavailable, ref fields);
        }

        return fields.ToDictionary();
    }

    private static void AddFrom(IReadOnlyDictionary<string, UnavailableReason> stat, ref UnavailableFields fields)
    {
        fields.AddFrom(stat, nameof(CpuTime), nameof(ProcessStat.SystemTime));
        fields.AddFrom(stat, nameof(CpuTime), nameof(ProcessStat.UserTime));
        fields.AddFrom(stat, nameof(StartTime), nameof(ProcessStat.StartTicks));
        fields.AddFrom(stat, nameof(StartTime));
        fields.AddFrom(stat, nameof(Tty), nameof(ProcessStat.TtyNumber));
        foreach (string field in (ReadOnlySpan<string>)[nameof(ParentProcessId), nameof(Threads), nameof(ProcessGroupId), nameof(SessionId), nameof(Nice), nameof(Policy)])
        {
            fields.AddFrom(stat, field);
        }
    }

    private static double? ShareOf(ProcRoot root, ProcessStat stat)
    {
        TimeSpan? lived = stat.StartTicks is { } start ? root.Uptime - root.Facts.FromTicks(start) : null;
        return lived > TimeSpan.Zero && stat.UserTime + stat.SystemTime is { } used ? 100 * (used / lived.Value) : null;
    }
}
