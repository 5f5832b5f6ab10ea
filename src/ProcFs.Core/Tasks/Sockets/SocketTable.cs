namespace ProcFs;

/// <summary>The sockets of a protocol, from a file below <c>/proc/&lt;pid&gt;/net</c>, from sock_diag, or from both.</summary>
internal sealed class SocketTable
{
    private readonly Action<ProcSource, Func<SocketInfo, bool>>? _read;

    private SocketTable(string protocol, Action<ProcSource, Func<SocketInfo, bool>>? read, string? file = null)
    {
        Protocol = protocol;
        File = read is null ? null : file ?? protocol;
        _read = read;
        Diagnostics = SocketDiagnosticRequest.For(protocol);
    }

    /// <summary>All tables, in the order in which they are read.</summary>
    public static IReadOnlyList<SocketTable> All { get; } =
    [
        .. Files<TcpSocket>(SocketInfo.Of, "tcp", "tcp6"),
        .. Files<DatagramSocket>(SocketInfo.Of, "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6"),
        .. Files<UnixSocket>(SocketInfo.Of, "unix"),
        .. Files<NetlinkSocket>(SocketInfo.Of, "netlink"),
        .. Files<PacketSocket>(SocketInfo.Of, "packet"),
        // A connected socket is in both files; its association has both ends.
        new("sctp", (source, emit) => Read<SctpEndpoint>(source, row => row.State == TcpState.Established || emit(SocketInfo.Of(row))), "sctp/eps"),
        new("sctp", (source, emit) => Read<SctpAssociation>(source, row => emit(SocketInfo.Of(row))), "sctp/assocs"),
        new("mptcp", null),
        new("mptcp6", null),
        new("vsock", null),
    ];

    /// <summary>The protocol of its sockets.</summary>
    public string Protocol { get; }

    /// <summary>The file, below <c>net</c>; null if the kernel has none.</summary>
    public string? File { get; }

    /// <summary>The sock_diag request; null if the file has the same information.</summary>
    public SocketDiagnosticRequest? Diagnostics { get; }

    /// <summary>Reads the sockets, until a call returns false. Invalid lines are reported to the source.</summary>
    public void Read(ProcSource source, Func<SocketInfo, bool> emit) => _read?.Invoke(source, emit);

    private static void Read<T>(ProcSource source, Func<T, bool> emit)
        where T : class, ITable<T> => T.ReadRows(source, emit);

    private static IEnumerable<SocketTable> Files<T>(Func<T, string, SocketInfo> make, params string[] files)
        where T : class, ITable<T> =>
        files.Select(file => new SocketTable(file, (source, emit) => T.ReadRows(source, row => emit(make(row, file)))));
}
