using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>An address range.</summary>
/// <param name="Start">The first address.</param>
/// <param name="End">The first address after the range.</param>
public readonly record struct AddressRange(ulong Start, ulong End)
{
    /// <summary>Parses a range in the format of maps: <c>7f0000000000-7f0000021000</c>.</summary>
    /// <returns>Whether the text is a range.</returns>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        if (text?.Split('-') is not [var start, var end] || !TryHex(start, out ulong first) || !TryHex(end, out ulong last) || last < first)
        {
            return false;
        }

        range = new AddressRange(first, last);
        return true;
    }

    /// <summary>The range, in the format of maps.</summary>
    public override string ToString() => $"{Start:x}-{End:x}";

    internal static bool TryParse(ReadOnlySpan<byte> text, out AddressRange range)
    {
        var fields = new FieldScanner(text);
        bool parsed = Number.TryHex(fields.NextUntil((byte)'-'), out ulong start) & Number.TryHex(fields.Rest, out ulong end);
        range = new AddressRange(start, end);
        return parsed;
    }

    private static bool TryHex(string text, out ulong address)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out address);
    }
}
