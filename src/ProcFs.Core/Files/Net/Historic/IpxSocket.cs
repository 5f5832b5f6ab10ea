using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/ipx/socket</c>: an IPX socket. Source: ipx_seq_socket_show() of net/ipx/ipx_proc.c.</summary>
[Fields]
public sealed partial class IpxSocket : ITable<IpxSocket>
{
    private IpxSocket()
    {
    }

    /// <summary>The local network and socket: <c>00000A1B:4003</c>; with the node between them in kernels that have an internal network.</summary>
    [Key("Local_Address")] public string LocalAddress { get; private set; } = "";

    /// <summary>The network, node and socket of the other end; null if it is not connected.</summary>
    [Key("Remote_Address", Parser = nameof(TryRemote))] public string? RemoteAddress { get; private set; }

    /// <summary>The memory of packets not yet sent.</summary>
    [Key("Tx_Queue", Scale.Hex), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The memory of packets not yet read by the program.</summary>
    [Key("Rx_Queue", Scale.Hex), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The state, one of TCP: Established, Close.</summary>
    [Key("State", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The id of the user who created the socket.</summary>
    [Key("Uid")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(IpxSocket),
        new(nameof(State), 11),
        new(nameof(LocalAddress), 26),
        new(nameof(RemoteAddress), 26),
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12));

    /// <summary>The addresses: <c>00000A1B:4003 -> 00000A1C:02005E005302:0451</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{LocalAddress} -> {RemoteAddress ?? "*"}");

    static string IRow<IpxSocket>.NameOf(IpxSocket row) => row.LocalAddress.Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<IpxSocket, bool> emit) => HeaderedLines.Read(source, static _ => new IpxSocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });

    private static bool TryRemote(ReadOnlySpan<byte> value, ProcSource source, out string? address)
    {
        address = value.SequenceEqual("Not_Connected"u8) ? null : source.Intern(value);
        return true;
    }

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state) => SocketColumn.TryState(value, source, out state);
}
