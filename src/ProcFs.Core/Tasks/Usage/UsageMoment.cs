using System.Diagnostics;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Usage;

/// <summary>The moment at which a round of samples begins.</summary>
/// <param name="Time">The date and time.</param>
/// <param name="Timestamp">The same moment on the monotonic clock.</param>
/// <param name="Ticks">The same moment in ticks since boot, the unit of start times in <c>stat</c>; null if it is unknown.</param>
internal readonly record struct UsageMoment(DateTimeOffset Time, long Timestamp, ulong? Ticks)
{
    public static UsageMoment Now(ProcRoot root)
    {
        var buffer = new ReadBuffer(firstSize: 128);
        ulong? ticks = buffer.ReadFile(root.Handle, "uptime\0"u8) == Errno.None ? TicksOf(buffer.Bytes, root.Facts) : null;
        return new UsageMoment(DateTimeOffset.Now, Stopwatch.GetTimestamp(), ticks);
    }

    // "1234.56 4321.00": seconds since boot with two decimals, and the idle time of all CPUs.
    private static ulong? TicksOf(ReadOnlySpan<byte> uptime, SystemFacts facts)
    {
        var fields = new FieldScanner(uptime);
        ulong? seconds = Number.TryUInt64(fields.NextUntil((byte)'.'), out ulong whole) ? whole : null;
        ulong? hundredths = Number.TryUInt64(fields.Next(), out ulong part) ? part : null;
        return seconds is null || hundredths is null
            ? null
            : (ulong)Saturating.Clamp((((Int128)seconds.Value * 100) + hundredths.Value) * facts.TicksPerSecond / 100);
    }
}
