using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/rxrpc/bundles</c>: the client connections of RxRPC with the same ends, service and key. Source: rxrpc_bundle_seq_show()
/// of net/rxrpc/proc.c.
/// </summary>
[Fields(Ignored = ["Proto", "|"])]
public sealed partial class RxrpcBundle : ITable<RxrpcBundle>
{
    private RxrpcBundle()
    {
    }

    /// <summary>The local address and port, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Local", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? LocalEndPoint { get; private set; }

    /// <summary>The address and port of the other end, in a form that <see cref="System.Net.IPEndPoint"/> parses; null if there is none.</summary>
    [Key("Remote", Parser = nameof(TryEndPoint)), Unit(Unit.EndPoint)] public string? RemoteEndPoint { get; private set; }

    /// <summary>The number of the service.</summary>
    [Key("SvID", Scale.Hex), Unit(Unit.None)] public long? ServiceId { get; private set; }

    /// <summary>The number of references to the bundle in the kernel.</summary>
    [Key("Ref")] public long? References { get; private set; }

    /// <summary>The number of users of the bundle.</summary>
    [Key("Act")] public long? Active { get; private set; }

    /// <summary>Whether the client has asked to upgrade the service (<c>U</c>).</summary>
    [Key("Flg", Parser = nameof(TryUpgradeRequest))] public bool? IsUpgradeTried { get; private set; }

    /// <summary>Whether each call has a connection of its own (<c>e</c>).</summary>
    [Key("Flg", Parser = nameof(TryExclusive))] public bool? IsExclusive { get; private set; }

    /// <summary>Whether the service may be upgraded (<c>u</c>).</summary>
    [Key("Flg", Parser = nameof(TryUpgrade))] public bool? IsUpgradable { get; private set; }

    /// <summary>The serial number of the key that secures it, as in <c>/proc/keys</c>; 0 without one.</summary>
    [Key("Key", Scale.Hex)] public ulong? KeySerial { get; private set; }

    /// <summary>The number of the bundle in kernel trace events.</summary>
    [Key("Bundle", Scale.Hex)] public ulong BundleId { get; private set; }

    /// <summary>The id of connection 0 of the bundle; 0 without one.</summary>
    [Key("Conn_0", Scale.Hex)] public ulong? ConnectionId0 { get; private set; }

    /// <summary>The id of connection 1 of the bundle; 0 without one.</summary>
    [Key("Conn_1", Scale.Hex)] public ulong? ConnectionId1 { get; private set; }

    /// <summary>The id of connection 2 of the bundle; 0 without one.</summary>
    [Key("Conn_2", Scale.Hex)] public ulong? ConnectionId2 { get; private set; }

    /// <summary>The id of connection 3 of the bundle; 0 without one.</summary>
    [Key("Conn_3", Scale.Hex)] public ulong? ConnectionId3 { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RxrpcBundle),
        new(nameof(BundleId), 10),
        new(nameof(LocalEndPoint), 24),
        new(nameof(RemoteEndPoint), 24),
        new(nameof(ServiceId), 9),
        new(nameof(Active), 6),
        new(nameof(References), 10));

    /// <summary>The ends and the bundle: <c>192.0.2.5:7001 -> 192.0.2.7:7000 2</c>.</summary>
    public override string ToString() => $"{LocalEndPoint ?? "?"} -> {RemoteEndPoint ?? "?"} {BundleId:x}";

    static string IRow<RxrpcBundle>.NameOf(RxrpcBundle row) => $"{row.BundleId:x8}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RxrpcBundle, bool> emit) => HeaderedLines.Read(source, static _ => new RxrpcBundle(), emit);

    private static bool TryEndPoint(ReadOnlySpan<byte> value, ProcSource source, out string? endPoint) => RxrpcColumn.TryEndPoint(value, source, out endPoint);

    private static bool TryUpgradeRequest(ReadOnlySpan<byte> value, ProcSource source, out bool? flag) => TryFlag(value, 0, (byte)'U', out flag);

    private static bool TryExclusive(ReadOnlySpan<byte> value, ProcSource source, out bool? flag) => TryFlag(value, 1, (byte)'e', out flag);

    private static bool TryUpgrade(ReadOnlySpan<byte> value, ProcSource source, out bool? flag) => TryFlag(value, 2, (byte)'u', out flag);

    private static bool TryFlag(ReadOnlySpan<byte> value, int place, byte letter, out bool? flag)
    {
        flag = value.Length == 3 && value[place] == letter;
        return value.Length == 3 && (flag == true || value[place] == '-');
    }
}
