using System.Buffers.Text;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// Parses the value of a field: a method for each <see cref="Scale"/>, an overload for each property type. All have the same signature, so that a declaration that
/// cannot be parsed does not compile. Each consumes the whole text or returns false.
/// </summary>
/// <content>Numbers.</content>
internal static partial class Value
{
    private const long BytesInKibibyte = 1024;
    private const long BytesInSector = 512;

    /// <summary>An integer. The kernel prints many counters as unsigned: one beyond the largest has fallen below zero.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out long number) => TryWrapping(value, out number);

    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out ulong number) => Number.TryUInt64(value, out number);

    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out int number) => Number.TryInt32(value, out number);

    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out uint number) => Number.TryUInt32(value, out number);

    /// <summary>A number with a decimal point, not beyond the largest.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out double number) =>
        Utf8Parser.TryParse(value, out number, out int used) && used == value.Length && double.IsFinite(number);

    /// <summary>0 or 1, or the corresponding words.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out bool flag)
    {
        flag = value is [(byte)'1'] || value.SequenceEqual("yes"u8);
        return flag || value is [(byte)'0'] || value.SequenceEqual("no"u8);
    }

    public static bool TryHex(ReadOnlySpan<byte> value, ProcSource source, out ulong number) => Number.TryHex(value, out number);

    public static bool TryHex(ReadOnlySpan<byte> value, ProcSource source, out long number)
    {
        bool parsed = Number.TryHex(value, out ulong bits);
        number = unchecked((long)bits);
        return parsed && number >= 0;
    }

    public static bool TryHex(ReadOnlySpan<byte> value, ProcSource source, out int number)
    {
        bool parsed = Number.TryHex(value, out ulong bits);
        number = unchecked((int)bits);
        return parsed && bits <= int.MaxValue;
    }

    public static bool TryPrefixedHex(ReadOnlySpan<byte> value, ProcSource source, out ulong number)
    {
        number = 0;
        return value.StartsWith("0x"u8) && Number.TryHex(value[2..], out number);
    }

    public static bool TryOctal(ReadOnlySpan<byte> value, ProcSource source, out long number) => Number.TryOctal(value, out number);

    public static bool TryOctal(ReadOnlySpan<byte> value, ProcSource source, out int number)
    {
        bool parsed = Number.TryOctal(value, out long bits);
        number = unchecked((int)bits);
        return parsed && bits <= int.MaxValue;
    }

    /// <summary>"12 kB", as bytes.</summary>
    public static bool TryKiB(ReadOnlySpan<byte> value, ProcSource source, out long bytes) => TryKiB(value, out bytes);

    /// <inheritdoc cref="TryKiB(ReadOnlySpan{byte}, ProcSource, out long)"/>
    public static bool TryKiB(ReadOnlySpan<byte> value, out long bytes)
    {
        bytes = 0;
        return value.EndsWith(" kB"u8) && TryUnits(value[..^3], BytesInKibibyte, out bytes);
    }

    /// <summary>A number of kibibytes, as bytes. A size below zero, which kernels before 4.20 may print as unsigned, is not accepted.</summary>
    public static bool TryBareKiB(ReadOnlySpan<byte> value, ProcSource source, out long bytes) => TryUnits(value, BytesInKibibyte, out bytes);

    /// <summary>A number of pages of the machine, as bytes.</summary>
    public static bool TryPages(ReadOnlySpan<byte> value, ProcSource source, out long bytes) =>
        TryUnits(value, source.Root.Facts.PageSize, out bytes);

    /// <summary>A number of sectors, as bytes.</summary>
    public static bool TrySectors(ReadOnlySpan<byte> value, ProcSource source, out long bytes) => TryUnits(value, BytesInSector, out bytes);

    /// <summary>A decimal address; null if it is hidden.</summary>
    public static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address)
    {
        bool parsed = Number.TryUInt64(value, out ulong number);
        address = number <= 1 ? null : number;
        return parsed;
    }

    /// <summary>A limit; null for RLIM_INFINITY.</summary>
    public static bool TryLimit(ReadOnlySpan<byte> value, ProcSource source, out ulong? limit)
    {
        bool parsed = Number.TryUInt64(value, out ulong number);
        limit = number == ulong.MaxValue ? null : number;
        return parsed;
    }

    /// <summary>A number of items of this <paramref name="size"/>, as bytes; not below zero.</summary>
    public static bool TryUnits(ReadOnlySpan<byte> value, long size, out long bytes)
    {
        bool fits = Number.TryInt64(value, out long number) && number >= 0 && number <= long.MaxValue / size;
        bytes = fits ? number * size : 0;
        return fits;
    }

    /// <summary>The sum of two sizes or counts, in which null counts as none; at most the largest number.</summary>
    public static long? Sum(long? one, long? other) =>
        Saturating.Sum(one, other) ?? one ?? other;

    private static bool TryWrapping(ReadOnlySpan<byte> value, out long number)
    {
        if (Number.TryInt64(value, out number))
        {
            return true;
        }

        bool isWrapped = Number.TryUInt64(value, out ulong wrapped);
        number = unchecked((long)wrapped);
        return isWrapped;
    }
}
