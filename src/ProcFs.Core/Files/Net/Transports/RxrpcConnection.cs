using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rxrpc/conns</c>: a connection of RxRPC, with its calls in up to four channels. Source: rxrpc_connection_seq_show() of
/// net/rxrpc/proc.c.
/// </summary>
[Fields(Ignored = ["Proto"])]
public sealed partial class RxrpcConnection : ITable<RxrpcConnection>
{
    private RxrpcConnection()
    {
    }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Local", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? LocalEndPoint { get; private set; }

    /// <summary>The address and port of the other end, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Remote", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? RemoteEndPoint { get; private set; }

    /// <summary>The number of the service.</summary>
    [Key("SvID", Scale.Hex), Unit(Unit.None)] public long? ServiceId { get; private set; }

    /// <summary>The id of the connection.</summary>
    [Key("ConnID", Scale.Hex)] public ulong ConnectionId { get; private set; }

    /// <summary>Whether this machine serves the connection; otherwise it is the client.</summary>
    [Key("End", Parser = nameof(TryIsService))] public bool? IsService { get; private set; }

    /// <summary>The number of references to the connection in the kernel.</summary>
    [Key("Ref"), Key("Use")] public long? References { get; private set; }

    /// <summary>The number of users of the connection.</summary>
    [Key("Act")] public long? Active { get; private set; }

    /// <summary>The state, in the kernel's abbreviation: <c>Client</c>, <c>SvUnsec</c>, <c>SvSecure</c>, <c>RmtAbort</c>, <c>LocAbort</c>.</summary>
    [Key("State")] public string? State { get; private set; }

    /// <summary>The serial number of the key that secures it, as in <c>/proc/keys</c>; 0 without one.</summary>
    [Key("Key", Scale.Hex)] public ulong? KeySerial { get; private set; }

    /// <summary>The serial number of the last packet sent.</summary>
    [Key("Serial", Scale.Hex), Unit(Unit.None)] public long? SendSerial { get; private set; }

    /// <summary>The highest serial number received.</summary>
    [Key("ISerial", Scale.Hex), Unit(Unit.None)] public long? ReceiveSerial { get; private set; }

    /// <summary>The call in channel 0 of the connection; 0 without one.</summary>
    [Key("CallId0", Scale.Hex)] public ulong? CallId0 { get; private set; }

    /// <summary>The call in channel 1 of the connection; 0 without one.</summary>
    [Key("CallId1", Scale.Hex)] public ulong? CallId1 { get; private set; }

    /// <summary>The call in channel 2 of the connection; 0 without one.</summary>
    [Key("CallId2", Scale.Hex)] public ulong? CallId2 { get; private set; }

    /// <summary>The call in channel 3 of the connection; 0 without one.</summary>
    [Key("CallId3", Scale.Hex)] public ulong? CallId3 { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RxrpcConnection),
        new(nameof(State), 8),
        new(nameof(LocalEndPoint), 24),
        new(nameof(RemoteEndPoint), 24),
        new(nameof(ServiceId), 9),
        new(nameof(ConnectionId), 12),
        new(nameof(References), 10));

    /// <summary>The ends, the connection and the state: <c>192.0.2.5:7001 -> 192.0.2.7:7000 7f3a0004 Client</c>.</summary>
    public override string ToString() => $"{LocalEndPoint ?? "?"} -> {RemoteEndPoint ?? "?"} {ConnectionId:x} {DisplayText.Escape(State ?? "?")}";

    static string IRow<RxrpcConnection>.NameOf(RxrpcConnection row) => $"{row.ConnectionId:x8}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RxrpcConnection, bool> emit) => HeaderedLines.Read(source, static _ => new RxrpcConnection(), emit);

    private static bool TryEndPoint(ReadOnlySpan<byte> value, ProcSource source, out string? endPoint) => RxrpcColumn.TryEndPoint(value, source, out endPoint);

    private static bool TryIsService(ReadOnlySpan<byte> value, ProcSource source, out bool? isService) => RxrpcColumn.TryIsService(value, out isService);
}
