using System.Buffers.Binary;
using System.Net;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <content>Internet addresses.</content>
internal static partial class Value
{
    private const int DigitsOfWord = 8;
    private const int DigitsOfIPv6 = 32;

    /// <summary>An address in its usual notation: <c>192.0.2.1</c>, <c>fe80::1</c>. A plain number is not an address.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address)
    {
        address = null;
        bool isIPv4 = value.Count((byte)'.') == 3;
        return (isIPv4 || value.Contains((byte)':')) && IPAddress.TryParse(value, out address);
    }

    /// <summary>The bytes of an address in order, two hexadecimal digits each.</summary>
    public static bool TryHex(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[DigitsOfIPv6 / 2];
        address = null;
        if (!TryAddressDigits(value, bytes))
        {
            return false;
        }

        address = new IPAddress(bytes[..(value.Length / 2)]);
        return true;
    }

    /// <summary>An address of one or four words, each in network byte order and printed as a number in the byte order of the machine.</summary>
    public static bool TryAddressWords(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[DigitsOfIPv6 / 2];
        address = null;
        if (!TryAddressDigits(value, bytes))
        {
            return false;
        }

        bytes = bytes[..(value.Length / 2)];
        for (int i = 0; i < bytes.Length && !source.Root.Facts.IsBigEndian; i += sizeof(uint))
        {
            bytes.Slice(i, sizeof(uint)).Reverse();
        }

        address = new IPAddress(bytes);
        return true;
    }

    private static bool TryAddressDigits(ReadOnlySpan<byte> value, Span<byte> bytes)
    {
        bool isAddress = value.Length is DigitsOfWord or DigitsOfIPv6;
        for (int i = 0; isAddress && i < value.Length; i += DigitsOfWord)
        {
            isAddress = Number.TryHex(value.Slice(i, DigitsOfWord), out ulong word);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(i / 2)..], (uint)word);
        }

        return isAddress;
    }
}
