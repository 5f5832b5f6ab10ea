using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/llc/socket</c>: a socket of logical link control. Source: llc_seq_socket_show() of net/llc/llc_proc.c.
/// </summary>
[Fields(Ignored = ["Mc"])]
public sealed partial class LlcSocket : ITable<LlcSocket>
{
    private LlcSocket()
    {
    }

    /// <summary>The type of the socket: 1 stream, 2 datagram.</summary>
    [Key("SKt", Scale.Hex), Unit(Unit.None)] public int? SocketType { get; private set; }

    /// <summary>The hardware address of this machine and the service access point: <c>02:00:5e:00:53:01@04</c>.</summary>
    [Key("local_mac_sap")] public string LocalAddress { get; private set; } = "";

    /// <summary>The hardware address of the other end and its service access point; zeros without one.</summary>
    [Key("remote_mac_sap")] public string? RemoteAddress { get; private set; }

    /// <summary>The memory of what was not sent yet.</summary>
    [Key("tx_queue"), Unit(Unit.Bytes)] public long? SendQueue { get; private set; }

    /// <summary>The memory of what the program has not read yet.</summary>
    [Key("rx_queue"), Unit(Unit.Bytes)] public long? ReceiveQueue { get; private set; }

    /// <summary>The state, one of TCP: Established, Listen, Close.</summary>
    [Key("st", Parser = nameof(TryState))] public TcpState? State { get; private set; }

    /// <summary>The id of the user who created the socket; null if no program has it open.</summary>
    [Key("uid", Parser = nameof(TryUser))] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The number of the link.</summary>
    [Key("link")] public long? LinkNumber { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(LlcSocket),
        new(nameof(State), 11),
        new(nameof(LocalAddress), 20),
        new(nameof(RemoteAddress), 20),
        new(nameof(SendQueue), 9),
        new(nameof(ReceiveQueue), 12),
        new(nameof(User), 12));

    /// <summary>The addresses: <c>02:00:5e:00:53:01@04 -> 02:00:5e:00:53:02@04</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{LocalAddress} -> {RemoteAddress}");

    static string IRow<LlcSocket>.NameOf(LlcSocket row) => $"{row.LocalAddress}-{row.RemoteAddress}".Replace(':', '_').Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<LlcSocket, bool> emit) => HeaderedLines.Read(source, static _ => new LlcSocket(), socket =>
    {
        socket.User = source.UserName(socket.UserId);
        return emit(socket);
    });

    // In decimal, where TCP's files have it in hexadecimal.
    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out TcpState? state)
    {
        bool parsed = Value.TryRead(value, source, out int number);
        state = Enum.IsDefined((TcpState)number) ? (TcpState)number : TcpState.Unknown;
        return parsed;
    }

    private static bool TryUser(ReadOnlySpan<byte> value, ProcSource source, out uint? user)
    {
        bool isNone = value.SequenceEqual("-1"u8);
        bool parsed = Value.TryRead(value, source, out uint id);
        user = parsed ? id : null;
        return parsed || isNone;
    }
}
