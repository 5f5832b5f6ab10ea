using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>The activity of a block device over an interval, as shown by iostat(1) with -x: the increase of the counters in <c>/proc/diskstats</c>.</summary>
public sealed class DiskUsage
{
    private DiskUsage()
    {
    }

    /// <summary>The end of the interval; the same for all objects of a round.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The device.</summary>
    public required string Name { get; init; }

    /// <summary>Reads completed.</summary>
    [Unit(Unit.PerSecond)] public required double? ReadsPerSecond { get; init; }

    /// <summary>Writes completed.</summary>
    [Unit(Unit.PerSecond)] public required double? WritesPerSecond { get; init; }

    /// <summary>Bytes read.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? BytesReadPerSecond { get; init; }

    /// <summary>Bytes written.</summary>
    [Unit(Unit.BytesPerSecond)] public required double? BytesWrittenPerSecond { get; init; }

    /// <summary>The average time of a read, including queueing; null if there was none.</summary>
    [Unit(Unit.Duration)] public required TimeSpan? ReadAwait { get; init; }

    /// <summary>The average time of a write, including queueing; null if there was none.</summary>
    [Unit(Unit.Duration)] public required TimeSpan? WriteAwait { get; init; }

    /// <summary>The average number of requests in progress.</summary>
    public required double? QueueLength { get; init; }

    /// <summary>The percentage of time with at least one request in progress. A device that handles several at once may not be saturated at 100.</summary>
    [Unit(Unit.Percent)] public required double? UtilizationPercent { get; init; }

    internal static View View => new(
        typeof(DiskUsage),
        new(nameof(Name), 14) { IsKey = true },
        new(nameof(ReadsPerSecond), 7) { Label = "Reads/s" },
        new(nameof(WritesPerSecond), 8) { Label = "Writes/s" },
        new(nameof(BytesReadPerSecond), 10) { Label = "Read/s" },
        new(nameof(BytesWrittenPerSecond), 10) { Label = "Written/s" },
        new(nameof(UtilizationPercent), Cells.BarWidth) { Label = "Utilization", Show = Cells.Bar },
        new(nameof(ReadAwait), 9),
        new(nameof(WriteAwait), 10),
        new(nameof(QueueLength), 11));

    /// <summary>The device and its busy percentage: <c>sda 12.5 %</c>.</summary>
    public override string ToString() => DisplayText.Escape(string.Create(CultureInfo.InvariantCulture, $"{Name} {UtilizationPercent:f1} %"));

    internal static DiskUsage Between(DiskStatistics before, DiskStatistics after, DateTimeOffset time, CounterRates rates) => new()
    {
        Time = time,
        Name = after.Name,
        ReadsPerSecond = rates.PerSecond(before.Reads, after.Reads),
        WritesPerSecond = rates.PerSecond(before.Writes, after.Writes),
        BytesReadPerSecond = rates.PerSecond(before.ReadSize, after.ReadSize),
        BytesWrittenPerSecond = rates.PerSecond(before.WriteSize, after.WriteSize),
        ReadAwait = Await(before.Reads, after.Reads, before.ReadTime, after.ReadTime),
        WriteAwait = Await(before.Writes, after.Writes, before.WriteTime, after.WriteTime),
        QueueLength = CounterRates.GrowthOfMilliseconds(before.WeightedTime, after.WeightedTime) / rates.Interval,
        UtilizationPercent = rates.Percent(CounterRates.GrowthOfMilliseconds(before.BusyTime, after.BusyTime)),
    };

    private static TimeSpan? Await(long? requestsBefore, long? requests, TimeSpan? timeBefore, TimeSpan? time) =>
        CounterRates.Increase(requestsBefore, requests) is > 0 and var count ? CounterRates.GrowthOfMilliseconds(timeBefore, time) / count : null;
}
