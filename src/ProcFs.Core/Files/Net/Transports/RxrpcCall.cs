using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/net/rxrpc/calls</c>: a call of RxRPC. Source: rxrpc_call_seq_show() of net/rxrpc/proc.c.</summary>
[Fields(Ignored = ["Proto"])]
public sealed partial class RxrpcCall : ITable<RxrpcCall>
{
    private RxrpcCall()
    {
    }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Local", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? LocalEndPoint { get; private set; }

    /// <summary>The address and port of the other end, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Remote", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? RemoteEndPoint { get; private set; }

    /// <summary>The number of the service.</summary>
    [Key("SvID", Scale.Hex), Unit(Unit.None)] public long? ServiceId { get; private set; }

    /// <summary>The id of the connection, with the channel in its lowest two bits; 0 before the call has one.</summary>
    [Key("ConnID", Scale.Hex)] public ulong? ConnectionId { get; private set; }

    /// <summary>The id of the call in its connection.</summary>
    [Key("CallID", Scale.Hex)] public ulong CallId { get; private set; }

    /// <summary>Whether this machine serves the call; otherwise it is the client.</summary>
    [Key("End", Parser = nameof(TryIsService))] public bool? IsService { get; private set; }

    /// <summary>The number of references to the call in the kernel.</summary>
    [Key("Use")] public long? References { get; private set; }

    /// <summary>
    /// The state, in the kernel's abbreviation: <c>ClSndReq</c> a client that sends, <c>ClRcvRpl</c> a client that receives, <c>SvRcvReq</c> a server
    /// that receives, <c>Complete</c>.
    /// </summary>
    [Key("State")] public string? State { get; private set; }

    /// <summary>The code with which the call was aborted; 0 if it was not.</summary>
    [Key("Abort", Scale.Hex)] public ulong? AbortCode { get; private set; }

    /// <summary>The number of the call in kernel trace events.</summary>
    [Key("DebugId", Scale.Hex)] public ulong? DebugId { get; private set; }

    /// <summary>The number by which the program knows the call (before Linux 5.10).</summary>
    [Key("UserID", Scale.Hex)] public ulong? UserCallId { get; private set; }

    /// <summary>The number of the last packet that the other end has received for good.</summary>
    [Key("TxSeq", Scale.Hex), Unit(Unit.None)] public long? SendSequence { get; private set; }

    /// <summary>The number of packets sent and not yet acknowledged for good.</summary>
    [Key("TW", Scale.Hex), Unit(Unit.None)] public long? SendWindow { get; private set; }

    /// <summary>The number of the last packet that the program has taken.</summary>
    [Key("RxSeq", Scale.Hex), Unit(Unit.None)] public long? ReceiveSequence { get; private set; }

    /// <summary>The number of packets received and not yet taken by the program.</summary>
    [Key("RW", Scale.Hex), Unit(Unit.None)] public long? ReceiveWindow { get; private set; }

    /// <summary>The serial number of the last packet received.</summary>
    [Key("RxSerial", Scale.Hex), Unit(Unit.None)] public long? ReceiveSerial { get; private set; }

    /// <summary>The congestion window, in packets.</summary>
    [Key("CW", Scale.Hex), Unit(Unit.None)] public long? CongestionWindow { get; private set; }

    /// <summary>
    /// How long the kernel still waits for a packet; below zero if it is late. In milliseconds, and before Linux 6.9 in the ticks of the kernel's own
    /// clock.
    /// </summary>
    [Key("RxTimo", Parser = nameof(TryTimeout))] public long? ReceiveTimeout { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RxrpcCall),
        new(nameof(State), 8),
        new(nameof(LocalEndPoint), 24),
        new(nameof(RemoteEndPoint), 24),
        new(nameof(ServiceId), 9),
        new(nameof(CallId), 10),
        new(nameof(References), 10));

    /// <summary>The ends, the call and the state: <c>192.0.2.5:7001 -> 192.0.2.7:7000 1 ClRcvRpl</c>.</summary>
    public override string ToString() => $"{LocalEndPoint ?? "?"} -> {RemoteEndPoint ?? "?"} {CallId} {DisplayText.Escape(State ?? "?")}";

    static string IRow<RxrpcCall>.NameOf(RxrpcCall row) => $"{row.ConnectionId:x8}-{row.CallId:x8}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RxrpcCall, bool> emit) => HeaderedLines.Read(source, static _ => new RxrpcCall(), emit);

    private static bool TryEndPoint(ReadOnlySpan<byte> value, ProcSource source, out string? endPoint) => RxrpcColumn.TryEndPoint(value, source, out endPoint);

    private static bool TryIsService(ReadOnlySpan<byte> value, ProcSource source, out bool? isService) => RxrpcColumn.TryIsService(value, out isService);

    // A time below zero has all digits of a number of the machine.
    private static bool TryTimeout(ReadOnlySpan<byte> value, ProcSource source, out long? timeout)
    {
        bool parsed = Value.TryHex(value, source, out ulong bits);
        timeout = value.Length == 8 && bits > int.MaxValue ? unchecked((int)bits) : unchecked((long)bits);
        return parsed;
    }
}
