using System.Net;
using System.Net.Sockets;

namespace ProcFs.Cli.Export;

/// <summary>Where metrics are served: a Unix socket, or a port of a loopback address, which other machines cannot reach.</summary>
internal static class ListenAddress
{
    /// <summary>Parses <c>unix:/run/procfs.sock</c>, <c>/run/procfs.sock</c>, <c>127.0.0.1:9256</c>, <c>[::1]:9256</c> or <c>localhost:9256</c>.</summary>
    /// <exception cref="UsageException">It is another address, or none.</exception>
    public static EndPoint Parse(string text)
    {
        string path = text.StartsWith("unix:", StringComparison.Ordinal) ? text["unix:".Length..] : text;
        if (path.StartsWith('/'))
        {
            return OfPath(path, text);
        }

        string address = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? $"127.0.0.1{text["localhost".Length..]}" : text;
        if (!HasPort(address) || !IPEndPoint.TryParse(address, out IPEndPoint? end))
        {
            throw new UsageException($"\"{text}\" is not an address to listen at: specify the path of a Unix socket, or a loopback address with a port, such as 127.0.0.1:9256.");
        }

        return IPAddress.IsLoopback(end.Address)
            ? end
            : throw new UsageException($"{end.Address} is not a loopback address: other machines could read the metrics. Use 127.0.0.1, [::1], or a Unix socket.");
    }

    private static UnixDomainSocketEndPoint OfPath(string path, string text)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new UsageException($"\"{text}\" is too long for the path of a socket.");
        }
    }

    // "::1" is an address too, and its last part no port.
    private static bool HasPort(string address) => address.LastIndexOf(':') is > 0 and var colon && (address[colon - 1] == ']' || address.IndexOf(':') == colon);
}
