using ProcFs.Grammar;

namespace ProcFs;

/// <summary>Values that the files of AFS have in common.</summary>
internal static class AfsColumn
{
    // In microseconds; all bits set before the first probe.
    public static bool TryRoundTrip(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        bool parsed = Value.TryRead(value, source, out long microseconds);
        time = microseconds is < 0 or uint.MaxValue ? null : TimeSpan.FromMicroseconds(Math.Min(microseconds, uint.MaxValue));
        return parsed;
    }
}
