using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProcFs.Cli.Export;

/// <summary>Serves metrics with HTTP, one request per connection.</summary>
/// <param name="address">Where to listen; see <see cref="ListenAddress"/>.</param>
/// <param name="read">Reads the metrics anew.</param>
internal sealed class MetricsListener(EndPoint address, Func<string> read)
{
    private const int LongestRequest = 8 * 1024;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly SocketFile? _file = address is UnixDomainSocketEndPoint unix ? new SocketFile(unix) : null;

    /// <summary>Serves until it is cancelled.</summary>
    /// <param name="started">Receives the address, with the port that was chosen for port 0.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Serve(Action<string> started, CancellationToken cancellation)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, address is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        await Bind(socket, cancellation).ConfigureAwait(false);
        try
        {
            socket.Listen();
            started(address is IPEndPoint ? $"http://{socket.LocalEndPoint}/metrics" : $"unix:{address}");
            while (true)
            {
                using Socket connection = await socket.AcceptAsync(cancellation).ConfigureAwait(false);
                await Answer(connection, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _file?.Remove();
        }
    }

    private async Task Answer(Socket connection, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        try
        {
            string request = await ReadRequest(connection, limit.Token).ConfigureAwait(false);
            byte[] response = ResponseTo(request);
            limit.CancelAfter(s_patience);
            for (int sent = 0; sent < response.Length;)
            {
                sent += await connection.SendAsync(response.AsMemory(sent), limit.Token).ConfigureAwait(false);
            }

            connection.Shutdown(SocketShutdown.Both);
        }
        catch (Exception error) when (error is SocketException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The client has gone, or is too slow; the next one is served.
        }
    }

    private static async Task<string> ReadRequest(Socket connection, CancellationToken cancellation)
    {
        byte[] buffer = new byte[LongestRequest];
        int count = 0;
        while (count < buffer.Length && buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8) < 0)
        {
            int received = await connection.ReceiveAsync(buffer.AsMemory(count), cancellation).ConfigureAwait(false);
            if (received == 0)
            {
                break;
            }

            count += received;
        }

        return Encoding.Latin1.GetString(buffer, 0, count);
    }

    private byte[] ResponseTo(string request)
    {
        string[] lines = request.Split("\r\n");
        if (!request.Contains("\r\n\r\n", StringComparison.Ordinal) || lines[0].Split(' ') is not [var method, var target, ['H', 'T', 'T', 'P', '/', ..]])
        {
            return Response("400 Bad Request", "text/plain", "The request is no HTTP.\n", hasBody: true);
        }

        bool hasBody = method != "HEAD";
        if (method is not ("GET" or "HEAD"))
        {
            return Response("405 Method Not Allowed", "text/plain", "Use GET.\n", hasBody);
        }

        if (!IsFromHere(lines))
        {
            return Response("403 Forbidden", "text/plain", "The metrics are served at loopback addresses only.\n", hasBody);
        }

        return target.Split('?')[0] == "/metrics"
            ? Response("200 OK", OpenMetricsText.MediaType, read(), hasBody)
            : Response("404 Not Found", "text/plain", "The metrics are at /metrics.\n", hasBody);
    }

    // A page in a browser can have a name of its own lead to a loopback address; then that name is the host of the request.
    private bool IsFromHere(string[] lines)
    {
        string? host = lines.FirstOrDefault(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))?["Host:".Length..].Trim();
        return address is not IPEndPoint
            || string.IsNullOrEmpty(host)
            || (Uri.TryCreate($"http://{host}/", UriKind.Absolute, out Uri? uri) && uri.IsLoopback);
    }

    private static byte[] Response(string status, string type, string text, bool hasBody)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        string head = $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. hasBody ? body : []];
    }

    private async Task Bind(Socket socket, CancellationToken cancellation)
    {
        if (_file is not null)
        {
            await _file.RemoveAbandoned(cancellation).ConfigureAwait(false);
        }

        try
        {
            socket.Bind(address);
        }
        catch (SocketException error)
        {
            throw new UsageException($"{address}: {error.Message}.");
        }

        _file?.Protect();
    }
}
