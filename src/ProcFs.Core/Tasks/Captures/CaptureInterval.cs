using ProcFs.Text;

namespace ProcFs;

/// <summary>The interval between two captures of the same boot, or a capture and the live machine.</summary>
/// <param name="Length">The time from the first to the second, on the clock that does not change with the date.</param>
/// <param name="Start">The time since boot at its start.</param>
/// <param name="End">The date and time at its end.</param>
internal readonly record struct CaptureInterval(TimeSpan Length, TimeSpan Start, DateTimeOffset End)
{
    /// <exception cref="ProcException">A time is unknown, the second is not after the first, or they are of two boots.</exception>
    public static CaptureInterval Between(ProcRoot reference, ProcRoot difference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(difference);
        if (BootOf(reference) is { } first && BootOf(difference) is { } second && first != second)
        {
            throw Refuse(difference, $"{difference} is of another boot than {reference}: counters start again with each boot.");
        }

        TimeSpan start = UptimeOf(reference);
        TimeSpan end = UptimeOf(difference);
        return end > start
            ? new CaptureInterval(end - start, start, DateOf(difference, end))
            : throw Refuse(difference, end == start
                ? (SafeText)$"{difference} is of the same moment as {reference}: there is no interval to measure."
                : (SafeText)$"{difference} was taken before {reference}, or after a restart: the earlier capture is the reference.");
    }

    private static string? BootOf(ProcRoot root) => root.Capture?.BootId ?? root.TextOf("sys/kernel/random/boot_id");

    private static TimeSpan UptimeOf(ProcRoot root) =>
        root.Capture?.Uptime ?? root.Uptime ?? throw Refuse(root, $"{root} has neither a manifest nor the file uptime: the time at which it was taken is unknown.");

    // Without a manifest, the date is that of the boot and the time since then.
    private static DateTimeOffset DateOf(ProcRoot root, TimeSpan uptime) =>
        root.IsLive ? DateTimeOffset.Now
        : root.Capture?.TakenAt.ToLocalTime() ?? (root.Facts.BootTime + uptime)?.ToLocalTime()
            ?? throw Refuse(root, $"{root} has neither a manifest nor the boot time in the file stat: the time at which it was taken is unknown.");

    private static ProcException Refuse(ProcRoot root, SafeText message) => new(ProcErrorKind.NotSupported, root.Path, message);
}
