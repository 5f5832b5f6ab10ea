using ProcFs.Text;
using ProcFs.Usage;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The resource usage of a process or thread between two samples of <c>/proc/&lt;pid&gt;/stat</c>, <c>schedstat</c>, <c>io</c> and <c>status</c>. Percentages are
/// of one CPU: two busy threads use 200. A value that the caller is not allowed to read, or that this kernel does not count, is null. Source: proc_pid_stat(5),
/// pidstat(1).
/// </summary>
public sealed class ProcessUsage
{
    private UnavailableReason? _whyWithoutIo;

    private ProcessUsage()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time of the process or thread; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The id of the thread; null for a process as a whole.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>The name of the thread; null for a process.</summary>
    public required string? ThreadName { get; init; }

    /// <summary>The time at which the second samples of this round began; the same for all objects of a round.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The time between the two samples of this process or, if it started meanwhile, since the previous round.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Interval { get; init; }

    /// <summary>CPU time in user mode and in the kernel, as a percentage of one CPU. The kernel counts it in ticks, usually 100 per second.</summary>
    [Unit(Unit.Percent)] public required double CpuPercent { get; init; }

    /// <summary>The part in user mode, including virtual CPUs.</summary>
    [Unit(Unit.Percent)] public required double UserPercent { get; init; }

    /// <summary>The part in the kernel.</summary>
    [Unit(Unit.Percent)] public required double SystemPercent { get; init; }

    /// <summary>The part of virtual CPUs, which is included in <see cref="UserPercent"/>.</summary>
    [Unit(Unit.Percent)] public required double GuestPercent { get; init; }

    /// <summary>Time spent waiting for a CPU, summed over all threads.</summary>
    [Unit(Unit.Percent)] public required double? WaitPercent { get; init; }

    /// <summary>The CPU on which it last ran.</summary>
    public required int? Processor { get; init; }

    /// <summary>Time spent waiting for block I/O, summed over all threads; null while kernel.task_delayacct is 0.</summary>
    [Unit(Unit.Duration)] public required TimeSpan? BlockIoDelay { get; init; }

    /// <summary>Minor page faults per second, which needed no I/O.</summary>
    [Unit(Unit.PerSecond)] public required double MinorFaultsPerSecond { get; init; }

    /// <summary>Major page faults per second, which needed I/O.</summary>
    [Unit(Unit.PerSecond)] public required double MajorFaultsPerSecond { get; init; }

    /// <summary>Bytes read from storage per second.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? BytesReadPerSecond { get; init; }

    /// <summary>Bytes written to storage per second, now or later.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? BytesWrittenPerSecond { get; init; }

    /// <summary>Bytes per second counted as written that never will be, because the file was truncated or deleted.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? BytesCancelledPerSecond { get; init; }

    /// <summary>Voluntary context switches per second, summed over all threads.</summary>
    [Unit(Unit.PerSecond)] public required double? VoluntarySwitchesPerSecond { get; init; }

    /// <summary>Involuntary context switches per second, summed over all threads.</summary>
    [Unit(Unit.PerSecond)] public required double? InvoluntarySwitchesPerSecond { get; init; }

    /// <summary>Virtual size at the end, in bytes; null for a thread, or a process without memory of its own.</summary>
    [Unit(Unit.Bytes)] public required long? VirtualSize { get; init; }

    /// <summary>Resident set size at the end, in bytes; null for a thread, or a process without memory of its own.</summary>
    [Unit(Unit.Bytes)] public required long? ResidentSize { get; init; }

    /// <summary>Resident set size as a percentage of the memory of the machine.</summary>
    [Unit(Unit.Percent)] public required double? MemoryPercent { get; init; }

    /// <summary>The number of threads at the end; null for a thread.</summary>
    public required int? Threads { get; init; }

    /// <summary>The reasons why properties are null, by property name. Sizes of a thread or of a kernel thread are not included.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable
    {
        get
        {
            var fields = default(UnavailableFields);
            fields.Add(nameof(BytesReadPerSecond), BytesReadPerSecond is null ? _whyWithoutIo : null);
            fields.Add(nameof(BytesWrittenPerSecond), BytesWrittenPerSecond is null ? _whyWithoutIo : null);
            fields.Add(nameof(BytesCancelledPerSecond), BytesCancelledPerSecond is null ? _whyWithoutIo : null);
            fields.Add(nameof(BlockIoDelay), BlockIoDelay is null ? UnavailableReason.NotOnThisKernel : null);
            fields.Add(nameof(Processor), Processor is null ? UnavailableReason.NotOnThisKernel : null);
            return fields.ToDictionary();
        }
    }

    /// <summary>The machine in the same round; null for an object that no round made.</summary>
    internal MachineMoment? Machine { get; set; }

    internal static View ThreadView => new(
        typeof(ProcessUsage),
        new(nameof(ProcessId), 9),
        new(nameof(ThreadId), 8),
        new(nameof(ThreadName), 16) { Label = "Name", With = [nameof(ProcessName)], Show = Cells.Name },
        new(nameof(CpuPercent), 6) { Label = "CPU%" },
        new(nameof(UserPercent), 6) { Label = "User%" },
        new(nameof(SystemPercent), 5) { Label = "Sys%" },
        new(nameof(WaitPercent), 5) { Label = "Wait%" },
        new(nameof(BytesReadPerSecond), 8) { Label = "Read/s" },
        new(nameof(BytesWrittenPerSecond), 8) { Label = "Write/s" },
        new(nameof(MinorFaultsPerSecond), 8) { Label = "MinFlt/s" },
        new(nameof(MajorFaultsPerSecond), 8) { Label = "MajFlt/s" },
        new(nameof(VoluntarySwitchesPerSecond), 8) { Label = "VolSw/s" },
        new(nameof(InvoluntarySwitchesPerSecond), 8) { Label = "InvSw/s" })
    {
        Group = ViewGroup.Round,
        Variant = "IncludeThread",
    };

    internal static View View => new(
        typeof(ProcessUsage),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(CpuPercent), 6) { Label = "CPU%" },
        new(nameof(UserPercent), 6) { Label = "User%" },
        new(nameof(SystemPercent), 5) { Label = "Sys%" },
        new(nameof(WaitPercent), 5) { Label = "Wait%" },
        new(nameof(ResidentSize), 8) { Label = "Rss" },
        new(nameof(BytesReadPerSecond), 8) { Label = "Read/s" },
        new(nameof(BytesWrittenPerSecond), 8) { Label = "Write/s" },
        new(nameof(MinorFaultsPerSecond), 8) { Label = "MinFlt/s" },
        new(nameof(MajorFaultsPerSecond), 8) { Label = "MajFlt/s" },
        new(nameof(VoluntarySwitchesPerSecond), 8) { Label = "VolSw/s" },
        new(nameof(InvoluntarySwitchesPerSecond), 8) { Label = "InvSw/s" })
    {
        Group = ViewGroup.Round,
    };

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Measures the selected processes.</summary>
    /// <param name="selection">The processes to measure. Each round has the processes that exist then, and those that have ended are left out; a process named by
    /// its id must not end.</param>
    /// <param name="interval">The minimum time between two samples of a process.</param>
    /// <param name="count">The number of rounds; null to continue until all named processes have ended.</param>
    /// <param name="includesThreads">Whether the threads of each process are measured too.</param>
    /// <param name="summary">Receives what was left out.</param>
    /// <param name="order">The selection and order of the rows; the default is all, busiest first.</param>
    /// <param name="cancellation">Cancels the measurement immediately.</param>
    public static IEnumerable<Outcome<ProcessUsage>> Measure(
        ProcessSelection selection,
        TimeSpan interval,
        int? count,
        bool includesThreads,
        ReadSummary summary,
        UsageOrder? order = null,
        CancellationToken cancellation = default) =>
        MeasureRounds(selection, interval, count, includesThreads, summary, order, cancellation).SelectMany(round => round);

    /// <summary>Measures the selected processes, and returns each round when it has been measured, also if it has no rows.</summary>
    /// <inheritdoc cref="Measure"/>
    public static IEnumerable<IReadOnlyList<Outcome<ProcessUsage>>> MeasureRounds(
        ProcessSelection selection,
        TimeSpan interval,
        int? count,
        bool includesThreads,
        ReadSummary summary,
        UsageOrder? order = null,
        CancellationToken cancellation = default) =>
        new UsageRounds(selection, includesThreads).Run(interval, count, summary, order ?? new UsageOrder(), cancellation);

    /// <summary>Measures all processes between two captures of the same boot, or a capture and the live machine.</summary>
    /// <param name="reference">The first.</param>
    /// <param name="difference">The second.</param>
    /// <param name="includesThreads">Whether the threads of each process are measured too.</param>
    /// <param name="summary">Receives what was left out of the second.</param>
    /// <param name="order">The selection and order of the rows.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ProcException">There is no interval between them, or they are of two boots.</exception>
    public static IReadOnlyList<Outcome<ProcessUsage>> MeasureBetween(
        ProcRoot reference,
        ProcRoot difference,
        bool includesThreads,
        ReadSummary summary,
        UsageOrder order,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return [.. order.Apply(new CapturedUsage(reference, difference, includesThreads).Read(summary, cancellation))];
    }

    internal static ProcessUsage Between(
        UsageSample? first,
        UsageSample second,
        DateTimeOffset time,
        TimeSpan interval,
        SystemFacts facts,
        long? memory)
    {
        var difference = new UsageDifference(first, second, interval, facts);
        return new ProcessUsage
        {
            ProcessId = second.ProcessId,
            ProcessName = second.ProcessName,
            StartTime = facts.AfterBoot(second.StartTicks),
            ThreadId = second.ThreadId,
            ThreadName = second.ThreadName,
            Time = time,
            Interval = interval,
            CpuPercent = difference.PercentOfTicks(sample => sample.UserTicks + sample.SystemTicks),
            UserPercent = difference.PercentOfTicks(sample => sample.UserTicks),
            SystemPercent = difference.PercentOfTicks(sample => sample.SystemTicks),
            GuestPercent = difference.PercentOfTicks(sample => sample.GuestTicks ?? 0),
            WaitPercent = difference.WaitPercent(),
            Processor = second.Processor,
            BlockIoDelay = difference.BlockIoDelay(),
            MinorFaultsPerSecond = difference.PerSecond(sample => sample.MinorFaults),
            MajorFaultsPerSecond = difference.PerSecond(sample => sample.MajorFaults),
            BytesReadPerSecond = difference.PerSecond(sample => sample.Io.BytesRead),
            BytesWrittenPerSecond = difference.PerSecond(sample => sample.Io.BytesWritten),
            BytesCancelledPerSecond = difference.PerSecond(sample => sample.Io.BytesCancelled),
            VoluntarySwitchesPerSecond = difference.TasksPerSecond(task => task.VoluntarySwitches),
            InvoluntarySwitchesPerSecond = difference.TasksPerSecond(task => task.InvoluntarySwitches),
            VirtualSize = second.VirtualSize,
            ResidentSize = second.ResidentSize,
            MemoryPercent = 100.0 * second.ResidentSize / memory,
            Threads = second.ThreadId is null ? second.Threads : null,
            _whyWithoutIo = second.Io.Reason ?? first?.Io.Reason ?? UnavailableReason.NotOnThisKernel,
        };
    }
}
