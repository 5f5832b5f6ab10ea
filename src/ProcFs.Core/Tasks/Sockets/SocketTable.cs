namespace ProcFs;

/// <summary>A file of sockets below <c>/proc/&lt;pid&gt;/net</c>.</summary>
internal sealed class SocketTable
{
    private readonly Action<ProcSource, Func<SocketInfo, bool>> _read;

    private SocketTable(string protocol, string file, Action<ProcSource, Func<SocketInfo, bool>> read)
    {
        Protocol = protocol;
        File = file;
        _read = read;
    }

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<SocketTable> All { get; } =
    [
        .. Files<TcpSocket>(SocketInfo.Of, "tcp", "tcp6"),
        .. Files<DatagramSocket>(SocketInfo.Of, "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6"),
        .. Files<UnixSocket>(SocketInfo.Of, "unix"),
        .. Files<NetlinkSocket>(SocketInfo.Of, "netlink"),
        .. Files<PacketSocket>(SocketInfo.Of, "packet"),
    ];

    /// <summary>The protocol that its sockets are of.</summary>
    public string Protocol { get; }

    /// <summary>The file, below <c>net</c>.</summary>
    public string File { get; }

    /// <summary>Reads the sockets, until one is answered with false. What is wrong with a line is reported to the source.</summary>
    public void Read(ProcSource source, Func<SocketInfo, bool> emit) => _read(source, emit);

    private static IEnumerable<SocketTable> Files<T>(Func<T, string, SocketInfo> make, params string[] files)
        where T : class, ITable<T> =>
        files.Select(file => new SocketTable(file, file, (source, emit) => T.ReadRows(source, row => emit(make(row, file)))));
}
