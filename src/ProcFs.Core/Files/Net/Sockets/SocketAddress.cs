using System.Globalization;
using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Socket addresses in the files of <c>/proc/net</c>: <c>0100007F:0CEA</c>.</summary>
internal static class SocketAddress
{
    public static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string? address)
    {
        bool parsed = Value.TryAddressWords(value[..Math.Max(value.IndexOf((byte)':'), 0)], source, out IPAddress? parts);
        address = parts?.ToString();
        return parsed;
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
}
