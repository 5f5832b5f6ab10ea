using System.Globalization;

namespace ProcFs;

/// <summary>Converts values for <c>timerslack_ns</c>.</summary>
internal static class TimerSlackText
{
    public static ParameterForm Form { get; } = new() { Format = Format };

    /// <summary>The nanoseconds of a time span; null for any other value.</summary>
    public static string? Format(object value) => value is TimeSpan span
        ? ((Int128)span.Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture)
        : null;
}
