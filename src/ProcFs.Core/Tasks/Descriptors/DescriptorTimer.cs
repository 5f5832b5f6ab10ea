using ProcFs.Views;

namespace ProcFs;

/// <summary>The timer behind a descriptor: timerfd_create(2). Source: timerfd_show() of fs/timerfd.c.</summary>
public sealed class DescriptorTimer
{
    internal DescriptorTimer()
    {
    }

    /// <summary>The clock: <c>CLOCK_MONOTONIC</c>; the number where it has no name here.</summary>
    public required string Clock { get; init; }

    /// <summary>How often it has expired since it was read last.</summary>
    public required long Ticks { get; init; }

    /// <summary>In how long it expires; zero where it is not set.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Remaining { get; init; }

    /// <summary>How long behind that it expires again, and again; zero where it does so once.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Interval { get; init; }

    /// <summary>Whether it was set to a time of the clock, and not to a span of time.</summary>
    public required bool IsAbsolute { get; init; }

    internal static View View => new(
        typeof(DescriptorTimer),
        new(nameof(Clock), 22),
        new(nameof(Remaining), 12),
        new(nameof(Interval), 12),
        new(nameof(Ticks), 8),
        new(nameof(IsAbsolute), 10));

    /// <summary>The clock and when it expires: <c>CLOCK_MONOTONIC in 1.25 s, every 5.00 s</c>.</summary>
    public override string ToString() => Interval > TimeSpan.Zero
        ? $"{Clock} in {Display.Duration(Remaining)}, every {Display.Duration(Interval)}"
        : Remaining > TimeSpan.Zero ? $"{Clock} in {Display.Duration(Remaining)}" : $"{Clock} not set";

    internal static string ClockOf(int number) => number switch
    {
        0 => "CLOCK_REALTIME",
        1 => "CLOCK_MONOTONIC",
        7 => "CLOCK_BOOTTIME",
        8 => "CLOCK_REALTIME_ALARM",
        9 => "CLOCK_BOOTTIME_ALARM",
        _ => $"{number}",
    };
}
