using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Matches sockets against a <see cref="SocketFilter"/>, and records its names and ports that no socket had.</summary>
internal sealed class SocketMatch
{
    private readonly SocketFilter _filter;
    private readonly RowFilter _names;
    private readonly AddressFilter[]? _localAddresses;
    private readonly AddressFilter[]? _remoteAddresses;
    private bool _hasLocalPort;
    private bool _hasRemotePort;

    /// <exception cref="ArgumentException">A protocol or an address is invalid.</exception>
    public SocketMatch(SocketFilter filter)
    {
        _filter = filter;
        _names = new RowFilter(filter.UnixNames, "No Unix socket is named", RowFilter.AnyFolder);
        _localAddresses = filter.LocalAddresses is null ? null : [.. filter.LocalAddresses.Select(text => new AddressFilter(text))];
        _remoteAddresses = filter.RemoteAddresses is null ? null : [.. filter.RemoteAddresses.Select(text => new AddressFilter(text))];
        Tables = [.. SocketTable.All.Where(table => (filter.UnixNames is null || table.Protocol == "unix") && (filter.Protocols is null || IsNamed(table.Protocol)))];
        foreach (string protocol in filter.Protocols ?? [])
        {
            var pattern = new Wildcard(protocol);
            if (pattern.IsExact && !SocketTable.All.Any(table => pattern.IsMatch(table.Protocol.AsSpan())))
            {
                throw new ArgumentException($"\"{DisplayText.Escape(protocol)}\" is no protocol of sockets. There are: {string.Join(", ", SocketTable.All.Select(table => table.Protocol).Distinct())}.");
            }
        }
    }

    /// <summary>The files whose sockets can match.</summary>
    public IReadOnlyList<SocketTable> Tables { get; }

    /// <summary>An error for each exact name, and for the local and remote ports, that no socket had.</summary>
    public IEnumerable<ProcException> Unmatched =>
    [
        .. _names.Unmatched,
        .. _filter.LocalPorts is { Count: > 0 } local && !_hasLocalPort ? [Missing("local", local)] : Array.Empty<ProcException>(),
        .. _filter.RemotePorts is { Count: > 0 } remote && !_hasRemotePort ? [Missing("remote", remote)] : Array.Empty<ProcException>(),
    ];

    /// <summary>Whether the socket matches.</summary>
    public bool Accepts(SocketInfo socket)
    {
        bool isLocal = IsAmong(_filter.LocalPorts, socket.LocalPort);
        bool isRemote = IsAmong(_filter.RemotePorts, socket.RemotePort);
        _hasLocalPort |= isLocal;
        _hasRemotePort |= isRemote;
        return isLocal
            && isRemote
            && (_filter.States is null || (socket.State is { } state && _filter.States.Contains(state)))
            && (_localAddresses is null || Array.Exists(_localAddresses, address => address.Accepts(socket.LocalAddress)))
            && (_remoteAddresses is null || Array.Exists(_remoteAddresses, address => address.Accepts(socket.RemoteAddress)))
            && _names.Accepts(socket.Name);
    }

    private static bool IsAmong(IReadOnlyList<int>? ports, int? port) => ports is null || (port is { } number && ports.Contains(number));

    private bool IsNamed(string protocol) => _filter.Protocols!.Any(pattern => new Wildcard(pattern).IsMatch(protocol.AsSpan()));

    private static ProcException Missing(string end, IReadOnlyList<int> ports)
    {
        string numbers = string.Join(", ", ports.Take(8).Select(port => port.ToString(CultureInfo.InvariantCulture))) + (ports.Count > 8 ? ", ..." : "");
        return new(ProcErrorKind.NotFound, "", $"No socket has the {end} port {numbers}.") { Target = ports[0] };
    }
}
