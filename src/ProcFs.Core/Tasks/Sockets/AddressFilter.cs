using System.Globalization;
using System.Net;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A filter for addresses: a single one, all with a prefix (<c>10.0.0.0/8</c>), or those that match a wildcard.</summary>
internal sealed class AddressFilter
{
    private readonly Wildcard? _wildcard;
    private readonly byte[] _prefix = [];
    private readonly int _length;

    /// <summary>Parses a filter.</summary>
    /// <exception cref="ArgumentException">The text is neither an address nor a wildcard.</exception>
    public AddressFilter(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string address = slash < 0 ? text : text[..slash];
        if (IPAddress.TryParse(address.Trim('[', ']'), out IPAddress? parsed) && IsWritten(address))
        {
            _prefix = BytesOf(parsed);
            int bits = parsed.GetAddressBytes().Length * 8;
            int length = bits;
            if (slash >= 0 && !(int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= bits))
            {
                throw Refuse(text);
            }

            _length = Math.Max(length + (_prefix.Length * 8) - bits, 0);
            return;
        }

        _wildcard = new Wildcard(text);
        if (_wildcard.IsExact)
        {
            throw Refuse(text);
        }
    }

    /// <summary>Whether the filter matches an address.</summary>
    public bool Accepts(string? address)
    {
        if (address is null)
        {
            return false;
        }

        return _wildcard is { } wildcard
            ? wildcard.IsMatch(address.AsSpan())
            : IPAddress.TryParse(address, out IPAddress? parsed) && HasPrefix(BytesOf(parsed));
    }

    // "10" alone would be parsed as 0.0.0.10.
    private static bool IsWritten(string address) => address.Contains(':', StringComparison.Ordinal) || address.Count(character => character == '.') == 3;

    // An IPv4-mapped IPv6 address is the same address.
    private static byte[] BytesOf(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();

    private bool HasPrefix(byte[] address)
    {
        if (address.Length != _prefix.Length)
        {
            return false;
        }

        int whole = _length / 8;
        int rest = _length % 8;
        return address.AsSpan(0, whole).SequenceEqual(_prefix.AsSpan(0, whole))
            && (rest == 0 || (address[whole] ^ _prefix[whole]) >> (8 - rest) == 0);
    }

    private static ArgumentException Refuse(string text) => new($"\"{DisplayText.Escape(text)}\" is not an address: expected a value like 10.1.2.3, 10.0.0.0/8, ::1, fe80::/10 or 192.168.*.");
}
