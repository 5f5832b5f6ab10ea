using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/udp</c>, <c>udplite</c>, <c>raw</c> and <c>icmp</c>, and of their IPv6 files: a datagram socket of the network namespace. Source:
/// udp4_format_sock() of net/ipv4/udp.c, raw_sock_seq_show() of net/ipv4/raw.c, ping_v4_format_sock() of net/ipv4/ping.c, __ip6_dgram_sock_seq_show() of
/// net/ipv6/datagram.c.
/// </summary>
[Fields]
public sealed partial class DatagramSocket : ITable<DatagramSocket>
{
    private DatagramSocket()
    {
    }

    /// <summary>The slot of the socket in the kernel's hash table, not a line number: <c>sl</c>.</summary>
    [Key("sl", Parser = nameof(TrySlot))] public int Slot { get; private set; }

    /// <summary>The local address, IPv4, or IPv6 for a socket of udp6, udplite6, raw6 and icmp6; <c>0.0.0.0</c> or <c>::</c> for all addresses.</summary>
    [Key("local_address", Parser = nameof(TryAddress))] public string? LocalAddress { get; private set; }

    /// <summary>The local port; the protocol number of a raw socket, or the echo identifier of a ping socket.</summary>
    [Key("local_address", Parser = nameof(TryPort))] public int? LocalPort { get; private set; }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if either is unknown.</summary>
    [Unit(Unit.EndPoint)] public string? LocalEndPoint => SocketAddress.EndPointOf(LocalAddress, LocalPort);

    /// <summary>The remote address; <c>0.0.0.0</c> or <c>::</c> if the socket is not connected.</summary>
    [Key("rem_address", Parser = nameof(TryAddress))]
    [Key("remote_address", Parser = nameof(TryAddress))]
    public string? RemoteAddress { get; private set; }

    /// <summary>The estimated time left at the current speed.</summary>
    [Key("rem_address", Parser = nameof(TryPort))]
    [Key("remote_address", Parser = nameof(TryPort))]
    public int? RemotePort { get; private set; }

    /// <summary>The remote address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if either is unknown.</summary>
    [Unit(Unit.EndPoint)] public string? RemoteEndPoint => SocketAddress.EndPointOf(RemoteAddress, RemotePort);

    /// <summary>The state, one of TCP: Established for a connected socket, otherwise Close: <c>st</c>.</summary>
    [Key("st", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The memory of packets not yet sent: <c>tx_queue</c>.</summary>
    [Key("tx_queue rx_queue", Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The memory of packets not yet read by the program: <c>rx_queue</c>.</summary>
    [Key("tx_queue rx_queue", Parser = nameof(TrySecond)), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The kind of the timer, which is 0, because these sockets have none: <c>tr</c>.</summary>
    [Key("tr tm->when", Parser = nameof(TryFirst))] public long? Timer { get; private set; }

    /// <summary>The number of retransmissions, which is 0 for these sockets: <c>retrnsmt</c>.</summary>
    [Key("retrnsmt", Scale.Hex), Unit(Unit.None)] public long? Retransmits { get; private set; }

    /// <summary>The id of the user who created the socket.</summary>
    [Key("uid")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The number of unanswered probes, which is 0 for these sockets: <c>timeout</c>.</summary>
    [Key("timeout")] public long? Probes { get; private set; }

    /// <summary>The inode, as in the descriptor target <c>socket:[1234]</c>.</summary>
    [Key("inode")] public ulong? Inode { get; private set; }

    /// <summary>The number of references to the socket in the kernel: <c>ref</c>.</summary>
    [Key("ref")] public long? References { get; private set; }

    /// <summary>The address of the socket in the kernel, or a value that stands for it; null if the kernel writes zero.</summary>
    [Key("pointer", Parser = nameof(TryKernelAddress)), Unit(Unit.Address)] public ulong? KernelAddress { get; private set; }

    /// <summary>The number of packets dropped since the socket was created, mostly because its queue was full: <c>drops</c>.</summary>
    [Key("drops")] public long? Drops { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(DatagramSocket),
        new(nameof(State), 11),
        new(nameof(LocalEndPoint), 21) { Show = Cells.EndPoint },
        new(nameof(RemoteEndPoint), 21) { Show = Cells.EndPoint },
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12),
        new(nameof(Inode), 10));

    /// <summary>Both addresses, the state and the inode: <c>127.0.0.1:53 -> 0.0.0.0:* Close 21034</c>.</summary>
    public override string ToString() =>
        $"{SocketAddress.TextOf(LocalAddress, LocalPort)} -> {SocketAddress.TextOf(RemoteAddress, RemotePort)} {State?.ToString() ?? "?"} {Inode?.ToString() ?? "?"}";

    static string IRow<DatagramSocket>.NameOf(DatagramSocket row) => $"{row.Slot}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<DatagramSocket, bool> emit) => HeaderedLines.Read(source, static _ => new DatagramSocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });

    private static bool TrySlot(ReadOnlySpan<byte> value, ProcSource source, out int slot) => SocketColumn.TrySlot(value, out slot);

    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out string? address) => SocketAddress.TryAddress(value, source, out address);

    private static bool TryPort(ReadOnlySpan<byte> value, ProcSource source, out int? port) => SocketAddress.TryPort(value, source, out port);

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state) => SocketColumn.TryState(value, source, out state);

    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first) => SocketColumn.TryFirst(value, source, out first);

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second) => SocketColumn.TrySecond(value, source, out second);

    private static bool TryKernelAddress(ReadOnlySpan<byte> value, ProcSource source, out ulong? address) =>
        SocketColumn.TryKernelAddress(value, source, out address);
}
