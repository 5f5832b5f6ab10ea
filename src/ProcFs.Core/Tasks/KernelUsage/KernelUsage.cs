using System.Globalization;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The activity of the machine over an interval, as shown by vmstat(8): the increase of the counters in <c>/proc/stat</c> and <c>/proc/vmstat</c>, and the
/// pressure. Null for counters that this kernel lacks, or that were reset.
/// </summary>
public sealed class KernelUsage
{
    internal KernelUsage()
    {
    }

    /// <summary>The end of the interval.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The length of the interval.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Interval { get; init; }

    /// <summary>The usage of all CPUs together; null if the times did not advance.</summary>
    public required CpuUsage? Cpu { get; init; }

    /// <summary>The percentage of time in which the CPUs were neither idle nor waiting for I/O.</summary>
    [Unit(Unit.Percent)] public double? CpuPercent => Cpu?.BusyPercent;

    /// <summary>The percentage of time in which they were idle with outstanding I/O.</summary>
    [Unit(Unit.Percent)] public double? IoWaitPercent => Cpu?.IoWaitPercent;

    /// <summary>The percentage stolen by the hypervisor for other virtual machines.</summary>
    [Unit(Unit.Percent)] public double? StealPercent => Cpu?.StealPercent;

    /// <summary>Threads that were running or ready to run at the end of the interval.</summary>
    public required long? RunnableThreads { get; init; }

    /// <summary>Threads that were waiting for I/O at the end of the interval.</summary>
    public required long? BlockedThreads { get; init; }

    /// <summary>Context switches.</summary>
    [Unit(Unit.PerSecond)] public required double? ContextSwitchesPerSecond { get; init; }

    /// <summary>Interrupts.</summary>
    [Unit(Unit.PerSecond)] public required double? InterruptsPerSecond { get; init; }

    /// <summary>Processes and threads created.</summary>
    [Unit(Unit.PerSecond)] public required double? ForksPerSecond { get; init; }

    /// <summary>Bytes read from block devices.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? PagedInPerSecond { get; init; }

    /// <summary>Bytes written to block devices.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? PagedOutPerSecond { get; init; }

    /// <summary>Bytes swapped in.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? SwappedInPerSecond { get; init; }

    /// <summary>Bytes swapped out.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? SwappedOutPerSecond { get; init; }

    /// <summary>Page faults, including major ones.</summary>
    [Unit(Unit.PerSecond)] public required double? FaultsPerSecond { get; init; }

    /// <summary>Major page faults, which read a page from storage.</summary>
    [Unit(Unit.PerSecond)] public required double? MajorFaultsPerSecond { get; init; }

    /// <summary>The percentage of the interval in which at least one thread waited for a CPU.</summary>
    [Unit(Unit.Percent)] public required double? CpuPressurePercent { get; init; }

    /// <summary>The percentage of the interval in which at least one thread waited for memory.</summary>
    [Unit(Unit.Percent)] public required double? MemoryPressurePercent { get; init; }

    /// <summary>The percentage of the interval in which at least one thread waited for I/O.</summary>
    [Unit(Unit.Percent)] public required double? IoPressurePercent { get; init; }

    internal static View View => new(
        typeof(KernelUsage),
        new(nameof(Time), 8) { Show = Cells.Clock },
        new(nameof(CpuPercent), Cells.BarWidth) { Show = Cells.Bar },
        new(nameof(IoWaitPercent), 6) { Label = "IoWait" },
        new(nameof(RunnableThreads), 8) { Label = "Runnable" },
        new(nameof(BlockedThreads), 7) { Label = "Blocked" },
        new(nameof(ContextSwitchesPerSecond), 10) { Label = "Switches/s" },
        new(nameof(InterruptsPerSecond), 12) { Label = "Interrupts/s" },
        new(nameof(PagedInPerSecond), 10) { Label = "PagedIn/s" },
        new(nameof(PagedOutPerSecond), 10) { Label = "PagedOut/s" },
        new(nameof(MemoryPressurePercent), Cells.BarWidth) { Label = "MemoryPressure", Show = Cells.Bar });

    /// <summary>The time, and the busy percentage of the CPUs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:HH:mm:ss} {CpuPercent:f1} %");

    /// <summary>Measures the machine, round by round.</summary>
    /// <param name="root">The /proc to read.</param>
    /// <param name="interval">The time between two samples.</param>
    /// <param name="count">The number of rounds; null for no end.</param>
    /// <param name="parts">What to measure; the rest of a round is null or empty.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    public static IEnumerable<KernelUsageRound> Measure(
        ProcRoot root,
        TimeSpan interval,
        int? count = 1,
        KernelUsageParts parts = KernelUsageParts.All,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(root);
        var before = KernelSample.Take(root, parts);
        for (int round = 0; count is null || round < count; round++)
        {
            TimeSpan rest = interval - before.Age;
            if (rest > TimeSpan.Zero)
            {
                _ = cancellation.WaitHandle.WaitOne((int)Math.Min(Math.Ceiling(rest.TotalMilliseconds), int.MaxValue));
            }

            cancellation.ThrowIfCancellationRequested();
            var after = KernelSample.Take(root, parts);
            yield return KernelUsageRound.Between(before, after, parts, after.Since(before), after.Time);
            before = after;
        }
    }

    /// <summary>Measures the machine between two captures of the same boot, or a capture and the live machine.</summary>
    /// <param name="reference">The first.</param>
    /// <param name="difference">The second.</param>
    /// <param name="parts">What to measure; the rest of the round is null or empty.</param>
    /// <exception cref="ProcException">There is no interval between them, they are of two boots, or <c>stat</c> cannot be read.</exception>
    public static KernelUsageRound MeasureBetween(ProcRoot reference, ProcRoot difference, KernelUsageParts parts)
    {
        var interval = CaptureInterval.Between(reference, difference);
        return KernelUsageRound.Between(KernelSample.Take(reference, parts), KernelSample.Take(difference, parts), parts, interval.Length, interval.End);
    }
}
