using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/atalk/socket</c>: an AppleTalk socket. Source: atalk_seq_socket_show() of net/appletalk/atalk_proc.c.
/// </summary>
[Fields]
public sealed partial class AppleTalkSocket : ITable<AppleTalkSocket>
{
    private AppleTalkSocket()
    {
    }

    /// <summary>The type of the socket: 2 datagram, 3 raw.</summary>
    [Key("Type", Scale.Hex), Unit(Unit.None)] public int? SocketType { get; private set; }

    /// <summary>The local network, node and port: <c>FF00:2A:80</c>.</summary>
    [Key("Local_addr")] public string LocalAddress { get; private set; } = "";

    /// <summary>The network, node and port of the other end; zeros if it is not connected.</summary>
    [Key("Remote_addr")] public string? RemoteAddress { get; private set; }

    /// <summary>The memory of packets not yet sent.</summary>
    [Key("Tx_queue Rx_queue", Parser = nameof(TryFirst)), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The memory of packets not yet read by the program.</summary>
    [Key("Tx_queue Rx_queue", Parser = nameof(TrySecond)), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The state, one of TCP: Established, Close.</summary>
    [Key("St", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The id of the user who created the socket.</summary>
    [Key("UID")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AppleTalkSocket),
        new(nameof(State), 11),
        new(nameof(LocalAddress), 12),
        new(nameof(RemoteAddress), 13),
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12));

    /// <summary>The addresses: <c>FF00:2A:80 -> 0000:00:00</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{LocalAddress} -> {RemoteAddress}");

    static string IRow<AppleTalkSocket>.NameOf(AppleTalkSocket row) => row.LocalAddress.Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AppleTalkSocket, bool> emit) => HeaderedLines.Read(source, static _ => new AppleTalkSocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state) => SocketColumn.TryState(value, source, out state);

    private static bool TryFirst(ReadOnlySpan<byte> value, ProcSource source, out long? first) => SocketColumn.TryFirst(value, source, out first);

    private static bool TrySecond(ReadOnlySpan<byte> value, ProcSource source, out long? second) => SocketColumn.TrySecond(value, source, out second);
}
