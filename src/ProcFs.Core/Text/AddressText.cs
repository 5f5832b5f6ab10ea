using System.Globalization;

namespace ProcFs.Text;

/// <summary>Addresses as written by users: hexadecimal digits, with or without 0x.</summary>
public static class AddressText
{
    /// <summary>The address in <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException">The text is not an address.</exception>
    public static ulong Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string digits = text.Trim();
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong address)
            ? address
            : throw new ArgumentException($"\"{DisplayText.Escape(text)}\" is not an address: expected hexadecimal digits.");
    }
}
