namespace ProcFs;

/// <summary>Rates of counters between two samples. A counter of 32 bits that wrapped is told from one that was reset.</summary>
internal readonly record struct CounterRates(TimeSpan Interval)
{
    // The largest counter of 32 bits, and half of it: what lies in the lower half after it was in the upper one has wrapped.
    private const double Wrap = 4294967296.0;

    /// <summary>How often a second; null where the counter is missing in one sample, or was reset.</summary>
    public double? PerSecond(long? before, long? after) => Increase(before, after) is { } increase && Interval > TimeSpan.Zero ? increase / Interval.TotalSeconds : null;

    /// <summary>Likewise, of an unsigned counter.</summary>
    public double? PerSecond(ulong? before, ulong? after) => PerSecond((long?)before, (long?)after);

    /// <summary>The share of the interval that a time has grown by, in percent.</summary>
    public double? Percent(TimeSpan? before, TimeSpan? after) =>
        Growth(before, after) is { } growth && Interval > TimeSpan.Zero ? Math.Min(growth / Interval * 100, 100) : null;

    /// <summary>How much a counter has grown; null where it is missing in one sample, or was reset.</summary>
    public static double? Increase(long? before, long? after) => (before, after) switch
    {
        ({ } start, { } end) when end >= start => (double)end - start,
        ({ } start, { } end) when start is >= (long)(Wrap / 2) and < (long)Wrap && end is >= 0 and < (long)(Wrap / 2) => end - start + Wrap,
        _ => null,
    };

    /// <summary>How much a time has grown; null where it is missing in one sample, or was reset.</summary>
    public static TimeSpan? Growth(TimeSpan? before, TimeSpan? after) => after - before is { } growth && growth >= TimeSpan.Zero ? growth : null;
}
