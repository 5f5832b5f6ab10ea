using ProcFs.Views;

namespace ProcFs;

/// <summary>The timer of a descriptor: timerfd_create(2). Source: timerfd_show() of fs/timerfd.c.</summary>
public sealed class DescriptorTimer
{
    internal DescriptorTimer()
    {
    }

    /// <summary>The clock: <c>CLOCK_MONOTONIC</c>; the number if its name is unknown.</summary>
    public required string Clock { get; init; }

    /// <summary>The number of expirations since it was last read.</summary>
    public required long Ticks { get; init; }

    /// <summary>The time until it expires; zero if it is not set.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Remaining { get; init; }

    /// <summary>The interval after the first expiration; zero for a single expiration.</summary>
    [Unit(Unit.Duration)] public required TimeSpan Interval { get; init; }

    /// <summary>Whether it was set to an absolute time.</summary>
    public required bool IsAbsolute { get; init; }

    internal static View View => new(
        typeof(DescriptorTimer),
        new(nameof(Clock), 22),
        new(nameof(Remaining), 12),
        new(nameof(Interval), 12),
        new(nameof(Ticks), 8),
        new(nameof(IsAbsolute), 10));

    /// <summary>The clock and the time until it expires: <c>CLOCK_MONOTONIC in 1.25 s, every 5.00 s</c>.</summary>
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
