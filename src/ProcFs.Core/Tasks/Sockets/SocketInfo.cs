using System.Net.Sockets;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A socket of any protocol, with all processes that hold it. Properties that the protocol or the origin lacks are null.</summary>
public sealed partial class SocketInfo
{
    internal SocketInfo(string protocol) => Protocol = protocol;

    /// <summary>The protocol, by the name of its file: <c>tcp</c> and <c>tcp6</c>, <c>udp</c>, <c>raw</c>, <c>icmp</c>, <c>unix</c>, <c>netlink</c>, <c>packet</c>, <c>sctp</c>.</summary>
    public string Protocol { get; }

    /// <summary>The state, one of TCP. A Unix socket is Listen, Established if connected, or Close; null for netlink and packet sockets.</summary>
    public TcpState? State { get; internal set; }

    /// <summary>The local address.</summary>
    public string? LocalAddress { get; internal set; }

    /// <summary>The local port.</summary>
    public int? LocalPort { get; internal set; }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses.</summary>
    [Unit(Unit.EndPoint)] public string? LocalEndPoint => SocketAddress.EndPointOf(LocalAddress, LocalPort);

    /// <summary>The remote address.</summary>
    public string? RemoteAddress { get; internal set; }

    /// <summary>The remote port; 0 if there is none.</summary>
    public int? RemotePort { get; internal set; }

    /// <summary>The remote address and port, in the same form.</summary>
    [Unit(Unit.EndPoint)] public string? RemoteEndPoint => SocketAddress.EndPointOf(RemoteAddress, RemotePort);

    /// <summary>
    /// The path or name of a Unix socket; the protocol and address of a netlink socket, <c>route:4242</c>; the Ethernet protocol of a packet socket. An abstract
    /// name starts with @ in place of its first NUL. In names from text, the other NULs are @ too.
    /// </summary>
    [Unit(Unit.Path)] public string? Name { get; internal set; }

    /// <summary>Whether the name of a Unix socket is abstract and not a path; null if the text does not show it.</summary>
    public bool? IsAbstract { get; internal set; }

    /// <summary>Stream, Dgram or Seqpacket for a Unix socket; Raw or Dgram for a packet socket.</summary>
    public SocketType? Type { get; internal set; }

    /// <summary>The bytes received and not yet read by the program. For a listening socket, the number of connections waiting to be accepted.</summary>
    public long? ReceiveQueue { get; internal set; }

    /// <summary>The bytes written and not yet sent or, for TCP, not yet acknowledged.</summary>
    [Unit(Unit.Bytes)] public long? SendQueue { get; internal set; }

    /// <summary>The maximum number of connections waiting at a listening socket.</summary>
    public long? Backlog { get; internal set; }

    /// <summary>The active timer of TCP.</summary>
    public TcpTimer? Timer { get; internal set; }

    /// <summary>The time until it expires.</summary>
    [Unit(Unit.Duration)] public TimeSpan? TimerExpires { get; internal set; }

    /// <summary>The number of retransmissions of the oldest unacknowledged segment of TCP.</summary>
    public long? Retransmits { get; internal set; }

    /// <summary>The number of packets dropped since the socket was created.</summary>
    public long? Drops { get; internal set; }

    /// <summary>The id of the user who created the socket; null if the connection has no socket.</summary>
    public uint? UserId { get; internal set; }

    /// <summary>That user's name; the id where the system knows none.</summary>
    public string? User { get; internal set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>; 0 if no program has it open.</summary>
    public ulong? Inode { get; internal set; }

    /// <summary>The inode of the peer of a Unix socket.</summary>
    public ulong? PeerInode { get; internal set; }

    /// <summary>The network namespace, as in the link <c>net:[4026531840]</c>; null if access is denied.</summary>
    public ulong? NetworkNamespace { get; internal set; }

    /// <summary>All processes and descriptors that hold it; null if they were not read.</summary>
    public IReadOnlyList<SocketOwner>? Owners { get; internal set; }

    /// <summary>The first process that holds it; null if none is known.</summary>
    public int? ProcessId => Owners is [var first, ..] ? first.ProcessId : null;

    /// <summary>The full name of that process.</summary>
    public string? ProcessName => Owners is [var first, ..] ? first.ProcessName : null;

    /// <summary>The index of the network device that it is bound to; 0 for all.</summary>
    public int? InterfaceIndex { get; internal set; }

    /// <summary>The source of the information.</summary>
    public SocketOrigin Source { get; internal set; }

    /// <summary>The file that a Unix socket is bound to, with the lower 32 bits of its inode; null if sock_diag does not tell.</summary>
    internal FileIdentity? BoundFile { get; private set; }

    internal static View View => new(
        typeof(SocketInfo),
        new(nameof(Protocol), 8),
        new(nameof(State), 11),
        new(nameof(LocalEndPoint), 21) { With = [nameof(Name), nameof(Inode)], Show = Cells.SocketEnd },
        new(nameof(RemoteEndPoint), 21) { With = [nameof(PeerInode)], Show = Cells.SocketEnd },
        new(nameof(Owners), 14) { Show = Cells.Owners },
        new(nameof(ReceiveQueue), 12),
        new(nameof(SendQueue), 9),
        new(nameof(User), 12));

    /// <summary>The protocol, the addresses or the name, the state, and the inode if there is one: <c>tcp 127.0.0.1:631 -> 0.0.0.0:* Listen 21034</c>.</summary>
    public override string ToString()
    {
        string ends = LocalAddress is null
            ? Name ?? ""
            : $"{SocketAddress.TextOf(LocalAddress, LocalPort)} -> {SocketAddress.TextOf(RemoteAddress, RemotePort)}";
        string[] parts = [Protocol, ends, $"{State}", Inode is { } inode and > 0 ? $"{inode}" : ""];
        return Text.DisplayText.Escape(string.Join(' ', parts.Where(part => part.Length > 0)));
    }
}
