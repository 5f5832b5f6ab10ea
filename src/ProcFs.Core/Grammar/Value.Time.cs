using ProcFs.Text;

namespace ProcFs.Grammar;

/// <content>Time spans. One that is longer than any time span becomes the longest.</content>
internal static partial class Value
{
    /// <summary>A number of clock ticks; a negative one becomes zero.</summary>
    public static bool TryTicks(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan time)
    {
        bool parsed = TryWrapping(value, out long ticks);
        time = source.Root.Facts.FromTicks((ulong)Math.Max(ticks, 0));
        return parsed;
    }

    public static bool TrySeconds(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan time) =>
        TryTime(value, TimeSpan.TicksPerSecond, out time);

    public static bool TryMilliseconds(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan time) =>
        TryTime(value, TimeSpan.TicksPerMillisecond, out time);

    public static bool TryMicroseconds(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan time) =>
        TryTime(value, TimeSpan.TicksPerMicrosecond, out time);

    /// <summary>A number of nanoseconds, with all 64 bits.</summary>
    public static bool TryNanoseconds(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan time)
    {
        bool isPositive = Number.TryUInt64(value, out ulong positive);
        bool parsed = Number.TryInt64(value, out long signed) || isPositive;
        time = new TimeSpan(isPositive ? (long)(positive / (ulong)TimeSpan.NanosecondsPerTick) : signed / TimeSpan.NanosecondsPerTick);
        return parsed;
    }

    /// <summary>Seconds since 1970; null for 0, which means never. A time after the year 9999 is not accepted.</summary>
    public static bool TryUnixTime(ReadOnlySpan<byte> value, ProcSource source, out DateTimeOffset? time)
    {
        bool parsed = Number.TryInt64(value, out long seconds) && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        time = parsed && seconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        return parsed;
    }

    private static bool TryTime(ReadOnlySpan<byte> value, long ticksPerUnit, out TimeSpan time)
    {
        time = default;
        int point = value.IndexOf((byte)'.');
        if (!TryWrapping(point < 0 ? value : value[..point], out long whole))
        {
            return false;
        }

        long part = 0;
        if (point >= 0 && !TryFraction(value[(point + 1)..], ticksPerUnit, out part))
        {
            return false;
        }

        Int128 ticks = ((Int128)whole * ticksPerUnit) + (value[0] == '-' ? -part : part);
        time = new TimeSpan(Saturating.Clamp(ticks));
        return true;
    }

    // The fraction of a unit given by the decimals, without what is below a tick.
    private static bool TryFraction(ReadOnlySpan<byte> digits, long ticksPerUnit, out long ticks)
    {
        ticks = 0;
        long weight = ticksPerUnit;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            weight /= 10;
            ticks += (digit - '0') * weight;
        }

        return !digits.IsEmpty;
    }
}
