using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/tcp</c> and <c>/proc/net/tcp6</c>: a TCP socket of the network namespace. A half-open connection, or one in TIME_WAIT, has no
/// socket, and therefore neither user nor inode. Source: proc_net_tcp.rst, get_tcp4_sock() of net/ipv4/tcp_ipv4.c.
/// </summary>
[Fields]
public sealed partial class TcpSocket : ITable<TcpSocket>
{
    private TcpSocket()
    {
    }

    /// <summary>The number of the line in its file, from 0: <c>sl</c>.</summary>
    [Key("sl", Parser = nameof(TrySlot))] public int Slot { get; private set; }

    /// <summary>The local address, IPv4, or IPv6 for a socket of tcp6; <c>0.0.0.0</c> or <c>::</c> for all addresses.</summary>
    [Key("local_address", Parser = nameof(TryAddress))] public string? LocalAddress { get; private set; }

    /// <summary>The local port.</summary>
    [Key("local_address", Parser = nameof(TryPort))] public int? LocalPort { get; private set; }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if either is unknown.</summary>
    [Unit(Unit.EndPoint)] public string? LocalEndPoint => SocketAddress.EndPointOf(LocalAddress, LocalPort);

    /// <summary>The address of the other end; <c>0.0.0.0</c> or <c>::</c> where there is none.</summary>
    [Key("rem_address", Parser = nameof(TryAddress))]
    [Key("remote_address", Parser = nameof(TryAddress))]
    public string? RemoteAddress { get; private set; }

    /// <summary>The remote port; 0 if there is none.</summary>
    [Key("rem_address", Parser = nameof(TryPort))]
    [Key("remote_address", Parser = nameof(TryPort))]
    public int? RemotePort { get; private set; }

    /// <summary>The remote address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if either is unknown.</summary>
    [Unit(Unit.EndPoint)] public string? RemoteEndPoint => SocketAddress.EndPointOf(RemoteAddress, RemotePort);

    /// <summary>The state of the connection: <c>st</c>.</summary>
    [Key("st", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The number of bytes written but not acknowledged by the peer: <c>tx_queue</c>.</summary>
    [Key("tx_queue rx_queue", Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>
    /// The number of bytes received but not read by the program: <c>rx_queue</c>. For a listening socket, it is the number of connections waiting to be accepted.
    /// </summary>
    [Key("tx_queue rx_queue", Parser = nameof(TrySecond))] public long? ReceiveQueue { get; private set; }

    /// <summary>The running timer: <c>tr</c>.</summary>
    [Key("tr tm->when", Parser = nameof(TryTimer))] public TcpTimer? Timer { get; private set; }

    /// <summary>The time until it expires: <c>tm->when</c>, to a clock tick; zero if none is running.</summary>
    [Key("tr tm->when", Parser = nameof(TryWhen))] public TimeSpan? TimerExpires { get; private set; }

    /// <summary>The number of retransmissions of the oldest unacknowledged segment: <c>retrnsmt</c>.</summary>
    [Key("retrnsmt", Scale.Hex), Unit(Unit.None)] public long? Retransmits { get; private set; }

    /// <summary>The id of the user who created the socket; 0 if the connection has no socket.</summary>
    [Key("uid")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The number of unanswered zero window probes: <c>timeout</c>.</summary>
    [Key("timeout")] public long? Probes { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>; 0 if the connection has no socket.</summary>
    [Key("inode")] public ulong? Inode { get; private set; }

    /// <summary>The number of references to the socket in the kernel.</summary>
    [Key("+1")] public long? References { get; private set; }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Key("+2", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The retransmission timeout, to a clock tick.</summary>
    [Key("+3", Scale.Ticks)] public TimeSpan? RetransmitTimeout { get; private set; }

    /// <summary>The predicted delay of acknowledgements (ATO), to a clock tick.</summary>
    [Key("+4", Scale.Ticks)] public TimeSpan? AcknowledgeTimeout { get; private set; }

    /// <summary>The number of further segments to acknowledge at once (quick ACK).</summary>
    [Key("+5", Parser = nameof(TryQuick))] public int? QuickAcknowledgements { get; private set; }

    /// <summary>Whether both ends answer each other, so that acknowledgements can travel with replies (pingpong mode).</summary>
    [Key("+5", Parser = nameof(TryPingPong))] public bool? IsInteractive { get; private set; }

    /// <summary>The congestion window, in segments.</summary>
    [Key("+6")] public long? CongestionWindow { get; private set; }

    /// <summary>The slow start threshold, in segments; null if it is not yet known, and for a listening socket.</summary>
    [Key("+7", Parser = nameof(TryThreshold))] public long? SlowStartThreshold { get; private set; }

    /// <summary>The maximum number of TCP Fast Open requests of a listening socket; null for other sockets.</summary>
    [Key("+7", Parser = nameof(TryFastOpen))] public long? FastOpenQueueLimit { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. Properties that a connection without a socket lacks are not included.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(TcpSocket),
        new(nameof(State), 11),
        new(nameof(LocalEndPoint), 21) { Show = Cells.EndPoint },
        new(nameof(RemoteEndPoint), 21) { Show = Cells.EndPoint },
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12),
        new(nameof(Inode), 10));

    /// <summary>Both addresses, the state, and the inode if there is one: <c>127.0.0.1:631 -> 0.0.0.0:* Listen 21034</c>.</summary>
    public override string ToString()
    {
        string ends = $"{SocketAddress.TextOf(LocalAddress, LocalPort)} -> {SocketAddress.TextOf(RemoteAddress, RemotePort)} {State?.ToString() ?? "?"}";
        return Inode is { } inode and > 0 ? $"{ends} {inode}" : ends;
    }

    static string IRow<TcpSocket>.NameOf(TcpSocket row) => $"{row.Slot}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<TcpSocket, bool> emit) => HeaderedLines.Read(source, static _ => new TcpSocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });
}
