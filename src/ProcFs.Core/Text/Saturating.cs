namespace ProcFs.Text;

/// <summary>
/// Saturating arithmetic for numbers from files: a result beyond the largest number becomes the largest number. An unsigned value that fell below zero, or an
/// invented one, must neither wrap around nor end the reading.
/// </summary>
internal static class Saturating
{
    public static long Sum(long one, long other) => Clamp((Int128)one + other);

    /// <summary>Null if either is unknown.</summary>
    public static long? Sum(long? one, long? other) => one is { } first && other is { } second ? Sum(first, second) : null;

    /// <inheritdoc cref="Sum(long?, long?)"/>
    public static TimeSpan? Sum(TimeSpan? one, TimeSpan? other) =>
        one is { } first && other is { } second ? new TimeSpan(Sum(first.Ticks, second.Ticks)) : null;

    public static long Product(long one, long other) => Clamp((Int128)one * other);

    /// <summary>A number of time units; <paramref name="ticksPerUnit"/> is one of the constants of <see cref="TimeSpan"/>.</summary>
    public static TimeSpan Time(Int128 count, long ticksPerUnit) => new(Clamp(count * ticksPerUnit));

    public static long Clamp(Int128 number) => (long)Int128.Clamp(number, long.MinValue, long.MaxValue);
}
