namespace ProcFs.Text;

/// <summary>
/// Arithmetic with numbers that a file tells: what is beyond the largest number is the largest, for a size or a time without a sign that fell below
/// zero, or one that somebody has made up, must neither become another nor end the reading.
/// </summary>
internal static class Saturating
{
    public static long Sum(long one, long other) => Clamp((Int128)one + other);

    /// <summary>Null where one is not known.</summary>
    public static long? Sum(long? one, long? other) => one is { } first && other is { } second ? Sum(first, second) : null;

    /// <inheritdoc cref="Sum(long?, long?)"/>
    public static TimeSpan? Sum(TimeSpan? one, TimeSpan? other) =>
        one is { } first && other is { } second ? new TimeSpan(Sum(first.Ticks, second.Ticks)) : null;

    public static long Product(long one, long other) => Clamp((Int128)one * other);

    /// <summary>A number of units of time; <paramref name="ticksPerUnit"/> is one of the constants of <see cref="TimeSpan"/>.</summary>
    public static TimeSpan Time(Int128 count, long ticksPerUnit) => new(Clamp(count * ticksPerUnit));

    public static long Clamp(Int128 number) => (long)Int128.Clamp(number, long.MinValue, long.MaxValue);
}
