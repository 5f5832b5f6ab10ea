using System.Net.Sockets;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A socket of any protocol, with all processes that hold it. What its protocol does not have, or its origin does not tell, is null.
/// </summary>
public sealed partial class SocketInfo
{
    internal SocketInfo(string protocol) => Protocol = protocol;

    /// <summary>The protocol, by the name of its file: <c>tcp</c> and <c>tcp6</c>, <c>udp</c>, <c>raw</c>, <c>icmp</c>, <c>unix</c>, <c>netlink</c>, <c>packet</c>.</summary>
    public string Protocol { get; }

    /// <summary>The state, of those of TCP. A Unix socket is Listen, Established where it is connected, or Close; null for netlink and packet sockets.</summary>
    public TcpState? State { get; internal set; }

    /// <summary>The address of this end.</summary>
    public string? LocalAddress { get; internal set; }

    /// <summary>The port of this end.</summary>
    public int? LocalPort { get; internal set; }

    /// <summary>Address and port of this end together, as <see cref="System.Net.IPEndPoint"/> reads them.</summary>
    [Unit(Unit.EndPoint)] public string? LocalEndPoint => SocketAddress.EndPointOf(LocalAddress, LocalPort);

    /// <summary>The address of the other end.</summary>
    public string? RemoteAddress { get; internal set; }

    /// <summary>The port of the other end; 0 where there is none.</summary>
    public int? RemotePort { get; internal set; }

    /// <summary>Address and port of the other end together, likewise.</summary>
    [Unit(Unit.EndPoint)] public string? RemoteEndPoint => SocketAddress.EndPointOf(RemoteAddress, RemotePort);

    /// <summary>
    /// The path or name of a Unix socket; the protocol and address of a netlink socket, <c>route:4242</c>; the Ethernet protocol of a packet socket. An abstract
    /// name begins with @ in place of its first NUL. From text the other NULs are @ too.
    /// </summary>
    [Unit(Unit.Path)] public string? Name { get; internal set; }

    /// <summary>Whether the name of a Unix socket is abstract, and not a path; null where the text does not tell.</summary>
    public bool? IsAbstract { get; internal set; }

    /// <summary>Stream, Dgram or Seqpacket for a Unix socket; Raw or Dgram for a packet socket.</summary>
    public SocketType? Type { get; internal set; }

    /// <summary>Bytes received that the program has not read. Of a listening socket it is the connections that wait to be accepted.</summary>
    public long? ReceiveQueue { get; internal set; }

    /// <summary>Bytes written that have not been sent, or for TCP not been acknowledged.</summary>
    [Unit(Unit.Bytes)] public long? SendQueue { get; internal set; }

    /// <summary>How many connections may wait at a listening socket.</summary>
    public long? Backlog { get; internal set; }

    /// <summary>The timer that runs, of TCP.</summary>
    public TcpTimer? Timer { get; internal set; }

    /// <summary>In how long it expires.</summary>
    [Unit(Unit.Duration)] public TimeSpan? TimerExpires { get; internal set; }

    /// <summary>How often the oldest unacknowledged segment was sent again, of TCP.</summary>
    public long? Retransmits { get; internal set; }

    /// <summary>Packets dropped since the socket was made.</summary>
    public long? Drops { get; internal set; }

    /// <summary>The user who made the socket; null where no socket stands for the connection.</summary>
    public uint? UserId { get; internal set; }

    /// <summary>That user's name; the id where the system knows none.</summary>
    public string? User { get; internal set; }

    /// <summary>The inode, as in the descriptor's target <c>socket:[1234]</c>; 0 where no program has it.</summary>
    public ulong? Inode { get; internal set; }

    /// <summary>The inode of the other end of a Unix socket.</summary>
    public ulong? PeerInode { get; internal set; }

    /// <summary>The network namespace, as in the link <c>net:[4026531840]</c>; null where the caller may not know it.</summary>
    public ulong? NetworkNamespace { get; internal set; }

    /// <summary>All processes and descriptors that hold it; null where they were not looked for.</summary>
    public IReadOnlyList<SocketOwner>? Owners { get; internal set; }

    /// <summary>The first process that holds it; null where none is known.</summary>
    public int? ProcessId => Owners is [var first, ..] ? first.ProcessId : null;

    /// <summary>That process's full name.</summary>
    public string? ProcessName => Owners is [var first, ..] ? first.ProcessName : null;

    /// <summary>The network device that it is bound to, by index; 0 for all.</summary>
    public int? InterfaceIndex { get; internal set; }

    /// <summary>Where all of this comes from.</summary>
    public SocketOrigin Source { get; internal set; }

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

    /// <summary>The protocol, both ends or the name, the state, and the inode where there is one: <c>tcp 127.0.0.1:631 -> 0.0.0.0:* Listen 21034</c>.</summary>
    public override string ToString()
    {
        string ends = LocalAddress is null
            ? Name ?? ""
            : $"{SocketAddress.TextOf(LocalAddress, LocalPort)} -> {SocketAddress.TextOf(RemoteAddress, RemotePort)}";
        string[] parts = [Protocol, ends, $"{State}", Inode is { } inode and > 0 ? $"{inode}" : ""];
        return Text.DisplayText.Escape(string.Join(' ', parts.Where(part => part.Length > 0)));
    }
}
