using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Socket addresses in the files of <c>/proc/net</c>: <c>0100007F:0CEA</c>.</summary>
internal static class SocketAddress
{
    private const int DigitsOfWord = 8;
    private const int WordsOfIPv6 = 4;

    public static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string? address)
    {
        address = null;
        int colon = value.IndexOf((byte)':');
        if (colon is not (DigitsOfWord or DigitsOfWord * WordsOfIPv6))
        {
            return false;
        }

        // The kernel prints words of the address, which is in network byte order, as numbers in the byte order of the machine.
        bool isBigEndian = IsBigEndian(source.Root.Facts.Architecture);
        Span<byte> bytes = stackalloc byte[colon / 2];
        for (int i = 0; i < bytes.Length; i += sizeof(uint))
        {
            if (!Number.TryHex(value.Slice(2 * i, DigitsOfWord), out ulong word))
            {
                return false;
            }

            BinaryPrimitives.WriteUInt32BigEndian(bytes[i..], isBigEndian ? (uint)word : BinaryPrimitives.ReverseEndianness((uint)word));
        }

        address = new IPAddress(bytes).ToString();
        return true;
    }

    public static bool TryPort(ReadOnlySpan<byte> value, ProcSource source, out int? port)
    {
        bool parsed = Number.TryHex(value[(value.IndexOf((byte)':') + 1)..], out ulong number) && number <= IPEndPoint.MaxPort;
        port = (int)number;
        return parsed && value.Contains((byte)':');
    }

    /// <summary>Address and port: <c>127.0.0.1:631</c>, <c>[::1]:631</c>, and <c>*</c> for port 0.</summary>
    public static string TextOf(string? address, int? port)
    {
        string shown = address?.Contains(':', StringComparison.Ordinal) == true ? $"[{address}]" : address ?? "?";
        return $"{shown}:{port switch { null => "?", 0 => "*", { } number => number.ToString(CultureInfo.InvariantCulture) }}";
    }

    /// <summary>Address and port as <see cref="IPEndPoint"/> reads them: <c>0.0.0.0:0</c>, <c>[::1]:631</c>; null where either is not known.</summary>
    public static string? EndPointOf(string? address, int? port)
    {
        if (address is null || port is not { } number)
        {
            return null;
        }

        string shown = address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;
        return string.Create(CultureInfo.InvariantCulture, $"{shown}:{number}");
    }

    private static bool IsBigEndian(string? architecture) => architecture switch
    {
        null => !BitConverter.IsLittleEndian,
        "s390" or "s390x" or "ppc" or "ppc64" or "sparc" or "sparc64" or "parisc" or "parisc64" or "m68k" or "aarch64_be" => true,
        _ => false,
    };
}
