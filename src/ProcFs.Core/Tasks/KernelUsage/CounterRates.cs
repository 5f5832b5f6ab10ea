namespace ProcFs;

/// <summary>Rates of counters between two samples. A 32-bit counter that wrapped is distinguished from one that was reset.</summary>
internal readonly record struct CounterRates(TimeSpan Interval)
{
    // The maximum of a 32-bit counter, and half of it: a value in the lower half after one in the upper half has wrapped.
    private const double Wrap = 4294967296.0;

    /// <summary>The rate per second; null if the counter is missing in one sample or was reset.</summary>
    public double? PerSecond(long? before, long? after) => Increase(before, after) is { } increase && Interval > TimeSpan.Zero ? increase / Interval.TotalSeconds : null;

    /// <summary>The rate per second of an unsigned counter.</summary>
    public double? PerSecond(ulong? before, ulong? after) => PerSecond((long?)before, (long?)after);

    /// <summary>The increase of a time as a percentage of the interval.</summary>
    public double? Percent(TimeSpan? before, TimeSpan? after) => Percent(Growth(before, after));

    /// <summary>A time as a percentage of the interval, at most 100.</summary>
    public double? Percent(TimeSpan? growth) => growth is { } known && Interval > TimeSpan.Zero ? Math.Min(known / Interval * 100, 100) : null;

    /// <summary>The increase of a counter; null if it is missing in one sample or was reset.</summary>
    public static double? Increase(long? before, long? after) => (before, after) switch
    {
        ({ } start, { } end) when end >= start => (double)end - start,
        ({ } start, { } end) when start is >= (long)(Wrap / 2) and < (long)Wrap && end is >= 0 and < (long)(Wrap / 2) => end - start + Wrap,
        _ => null,
    };

    /// <summary>The increase of a time that the kernel writes as 32-bit milliseconds, as those of disks, which wrap after 49 days.</summary>
    public static TimeSpan? GrowthOfMilliseconds(TimeSpan? before, TimeSpan? after) =>
        Increase((long?)before?.TotalMilliseconds, (long?)after?.TotalMilliseconds) is { } growth ? TimeSpan.FromMilliseconds(growth) : null;

    /// <summary>The increase of a time; null if it is missing in one sample or was reset.</summary>
    public static TimeSpan? Growth(TimeSpan? before, TimeSpan? after) => after - before is { } growth && growth >= TimeSpan.Zero ? growth : null;
}
