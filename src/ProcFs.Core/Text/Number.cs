using System.Buffers;
using System.Buffers.Text;

namespace ProcFs.Text;

/// <summary>Numbers as written in /proc. Each method parses the whole span or fails.</summary>
internal static class Number
{
    private static readonly SearchValues<byte> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    public static bool TryInt64(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    public static bool TryInt32(ReadOnlySpan<byte> text, out int value) =>
        Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    public static bool TryUInt64(ReadOnlySpan<byte> text, out ulong value) =>
        Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    public static bool TryUInt32(ReadOnlySpan<byte> text, out uint value) =>
        Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    public static bool TryHex(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 16 || text.ContainsAnyExcept(s_hexDigits))
        {
            return false;
        }

        foreach (byte digit in text)
        {
            // The low bits of a letter count from 1 and mean 10 and up; bit 6 distinguishes letters from digits.
            value = (value << 4) | (uint)((digit & 0xF) + ((digit >> 6) * 9));
        }

        return true;
    }

    /// <summary>The number of hexadecimal digits at the start of <paramref name="text"/>, and their value; 0 if there are more than 16.</summary>
    public static int TakeHex(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        int length = 0;
        while (length < text.Length && ValueOf(text[length]) is var digit and < 16)
        {
            value = (value << 4) | digit;
            length++;
        }

        return length > 16 ? 0 : length;
    }

    public static bool TryOctal(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'7' || value >> 60 != 0)
            {
                return false;
            }

            value = (value << 3) | (long)(digit - '0');
        }

        return !text.IsEmpty;
    }

    // Above 15 for a character that is not a hexadecimal digit.
    private static uint ValueOf(byte digit)
    {
        uint value = digit - (uint)'0';
        return value <= 9 ? value : ((digit | 0x20u) - 'a') is var letter and < 6 ? letter + 10 : 16;
    }
}
