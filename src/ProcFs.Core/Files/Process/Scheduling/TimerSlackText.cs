using System.Globalization;

namespace ProcFs;

/// <summary>Writes what <c>timerslack_ns</c> takes.</summary>
internal static class TimerSlackText
{
    public static ParameterForm Form { get; } = new() { Format = Format };

    /// <summary>The nanoseconds of a span of time; null for any other value.</summary>
    public static string? Format(object value) => value is TimeSpan span
        ? ((Int128)span.Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture)
        : null;
}
