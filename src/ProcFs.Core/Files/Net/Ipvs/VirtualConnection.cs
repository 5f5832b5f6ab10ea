using System.Net;
using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ip_vs_conn</c> and <c>ip_vs_conn_sync</c>: a connection of the load balancer. Source: ip_vs_conn_seq_show() and
/// ip_vs_conn_sync_seq_show() of net/netfilter/ipvs/ip_vs_conn.c.
/// </summary>
[Fields]
public sealed partial class VirtualConnection : ITable<VirtualConnection>
{
    private VirtualConnection()
    {
    }

    /// <summary>The protocol: <c>TCP</c>, <c>UDP</c>, <c>SCTP</c>.</summary>
    [Key("Pro")] public string Protocol { get; private set; } = "";

    /// <summary>The address of the client.</summary>
    [Key("FromIP", Parser = nameof(TryAddress)), Unit(Unit.None)] public IPAddress? ClientAddress { get; private set; }

    /// <summary>The port of the client.</summary>
    [Key("FPrt", Scale.Hex)] public int? ClientPort { get; private set; }

    /// <summary>The address of the virtual server.</summary>
    [Key("ToIP", Parser = nameof(TryAddress)), Unit(Unit.None)] public IPAddress? VirtualAddress { get; private set; }

    /// <summary>The port of the virtual server.</summary>
    [Key("TPrt", Scale.Hex)] public int? VirtualPort { get; private set; }

    /// <summary>The address of the real server.</summary>
    [Key("DestIP", Parser = nameof(TryAddress)), Unit(Unit.None)] public IPAddress? ServerAddress { get; private set; }

    /// <summary>The port of the real server.</summary>
    [Key("DPrt", Scale.Hex)] public int? ServerPort { get; private set; }

    /// <summary>The state: <c>ESTABLISHED</c>, <c>SYN_RECV</c>, <c>FIN_WAIT</c>.</summary>
    [Key("State")] public string? State { get; private set; }

    /// <summary>Where the entry comes from: <c>LOCAL</c>, or <c>SYNC</c> from another balancer; null in ip_vs_conn.</summary>
    [Key("Origin")] public string? Origin { get; private set; }

    /// <summary>The time until it expires.</summary>
    [Key("Expires", Scale.Seconds)] public TimeSpan? Expires { get; private set; }

    /// <summary>The engine for persistence, such as <c>sip</c>; null without one.</summary>
    [Key("PEName")] public string? PersistenceEngine { get; private set; }

    /// <summary>The data of that engine; null without one.</summary>
    [Key("PEData")] public string? PersistenceData { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(VirtualConnection),
        new(nameof(Protocol), 8),
        new(nameof(ClientAddress), 15),
        new(nameof(ClientPort), 10),
        new(nameof(VirtualAddress), 15),
        new(nameof(VirtualPort), 11),
        new(nameof(ServerAddress), 15),
        new(nameof(ServerPort), 10),
        new(nameof(State), 12));

    /// <summary>The protocol and the addresses: <c>TCP 192.0.2.5:40000 -> 198.51.100.1:80 -> 203.0.113.7:8080</c>.</summary>
    public override string ToString() =>
        $"{Protocol} {SocketAddress.TextOf($"{ClientAddress}", ClientPort)} -> {SocketAddress.TextOf($"{VirtualAddress}", VirtualPort)} -> {SocketAddress.TextOf($"{ServerAddress}", ServerPort)}";

    static string IRow<VirtualConnection>.NameOf(VirtualConnection row) =>
        $"{row.Protocol}-{row.ClientAddress}-{row.ClientPort}-{row.VirtualAddress}-{row.VirtualPort}".Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<VirtualConnection, bool> emit) => HeaderedLines.Read(source, static _ => new VirtualConnection(), emit);

    // The bytes in order, or an IPv6 address.
    private static bool TryAddress(ReadOnlySpan<byte> value, ProcSource source, out IPAddress? address) => VirtualAddresses.TryRead(value, source, out address);

    private static UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || property is nameof(Origin) or nameof(PersistenceEngine) or nameof(PersistenceData) ? null : UnavailableReason.NotOnThisKernel;
}
