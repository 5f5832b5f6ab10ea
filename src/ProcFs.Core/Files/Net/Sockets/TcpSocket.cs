using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/tcp</c> and <c>/proc/net/tcp6</c>: a TCP socket of the network namespace. Where a connection is half open or waits for late
/// segments, no socket stands for it, and it has neither user nor inode. Source: proc_net_tcp.rst, get_tcp4_sock() of net/ipv4/tcp_ipv4.c.
/// </summary>
[Fields]
public sealed partial class TcpSocket : ITable<TcpSocket>
{
    private TcpSocket()
    {
    }

    /// <summary>The number of the line in its file, from 0: <c>sl</c>.</summary>
    [Key("sl", Parser = nameof(TrySlot))] public int Slot { get; private set; }

    /// <summary>The address of this end: of IPv4, or of IPv6 for a socket of tcp6; <c>0.0.0.0</c> or <c>::</c> for all of the machine.</summary>
    [Key("local_address", Parser = nameof(TryAddress))] public string? LocalAddress { get; private set; }

    /// <summary>The port of this end.</summary>
    [Key("local_address", Parser = nameof(TryPort))] public int? LocalPort { get; private set; }

    /// <summary>Address and port of this end together, as <see cref="System.Net.IPEndPoint"/> reads them; null where either is not known.</summary>
    [Unit(Unit.EndPoint)] public string? LocalEndPoint => SocketAddress.EndPointOf(LocalAddress, LocalPort);

    /// <summary>The address of the other end; <c>0.0.0.0</c> or <c>::</c> where there is none.</summary>
    [Key("rem_address", Parser = nameof(TryAddress))]
    [Key("remote_address", Parser = nameof(TryAddress))]
    public string? RemoteAddress { get; private set; }

    /// <summary>The port of the other end; 0 where there is none.</summary>
    [Key("rem_address", Parser = nameof(TryPort))]
    [Key("remote_address", Parser = nameof(TryPort))]
    public int? RemotePort { get; private set; }

    /// <summary>Address and port of the other end together, as <see cref="System.Net.IPEndPoint"/> reads them; null where either is not known.</summary>
    [Unit(Unit.EndPoint)] public string? RemoteEndPoint => SocketAddress.EndPointOf(RemoteAddress, RemotePort);

    /// <summary>The state of the connection: <c>st</c>.</summary>
    [Key("st", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>Bytes written that the other end has not acknowledged: <c>tx_queue</c>.</summary>
    [Key("tx_queue rx_queue", Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>Bytes received that the program has not read: <c>rx_queue</c>. Of a listening socket it is the connections that wait to be accepted.</summary>
    [Key("tx_queue rx_queue", Parser = nameof(TrySecond))] public long? ReceiveQueue { get; private set; }

    /// <summary>The timer that runs: <c>tr</c>.</summary>
    [Key("tr tm->when", Parser = nameof(TryTimer))] public TcpTimer? Timer { get; private set; }

    /// <summary>In how long it expires: <c>tm->when</c>, to a clock tick; zero where none runs.</summary>
    [Key("tr tm->when", Parser = nameof(TryWhen))] public TimeSpan? TimerExpires { get; private set; }

    /// <summary>How often the oldest unacknowledged segment was sent again: <c>retrnsmt</c>.</summary>
    [Key("retrnsmt", Scale.Hex), Unit(Unit.None)] public long? Retransmits { get; private set; }

    /// <summary>The user who made the socket; 0 where no socket stands for the connection.</summary>
    [Key("uid")] public uint? UserId { get; private set; }

    /// <summary>That user's name; the id where the system knows none.</summary>
    public string? User { get; private set; }

    /// <summary>Unanswered probes of a window of zero: <c>timeout</c>.</summary>
    [Key("timeout")] public long? Probes { get; private set; }

    /// <summary>The inode, as in the descriptor's target <c>socket:[1234]</c>; 0 where no socket stands for the connection.</summary>
    [Key("inode")] public ulong? Inode { get; private set; }

    /// <summary>References to the socket in the kernel.</summary>
    [Key("+1")] public long? References { get; private set; }

    /// <summary>Where it is in the kernel's memory, or a value that stands for that; null where the kernel writes zero.</summary>
    [Key("+2", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>How long it waits before it sends a segment again, to a clock tick.</summary>
    [Key("+3", Scale.Ticks)] public TimeSpan? RetransmitTimeout { get; private set; }

    /// <summary>How long it waits before it acknowledges, to a clock tick.</summary>
    [Key("+4", Scale.Ticks)] public TimeSpan? AcknowledgeTimeout { get; private set; }

    /// <summary>How many segments more are acknowledged at once.</summary>
    [Key("+5", Parser = nameof(TryQuick))] public int? QuickAcknowledgements { get; private set; }

    /// <summary>Whether both ends answer each other, so that acknowledgements may travel with answers (pingpong mode).</summary>
    [Key("+5", Parser = nameof(TryPingPong))] public bool? IsInteractive { get; private set; }

    /// <summary>The congestion window, in segments.</summary>
    [Key("+6")] public long? CongestionWindow { get; private set; }

    /// <summary>The slow start threshold, in segments; null where none is known yet, and for a listening socket.</summary>
    [Key("+7", Parser = nameof(TryThreshold))] public long? SlowStartThreshold { get; private set; }

    /// <summary>How many TCP Fast Open requests a listening socket may hold; null for another.</summary>
    [Key("+7", Parser = nameof(TryFastOpen))] public long? FastOpenQueueLimit { get; private set; }

    /// <summary>Columns that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What a connection without a socket lacks is not among them.</summary>
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

    /// <summary>Both ends, the state, and the inode where there is one: <c>127.0.0.1:631 -> 0.0.0.0:* Listen 21034</c>.</summary>
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
