using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ipx/route</c> or <c>/proc/net/ipx_route</c>: an IPX route. Source: ipx_seq_route_show() of net/ipx/ipx_proc.c.
/// </summary>
[Fields]
public sealed partial class IpxRoute : ITable<IpxRoute>
{
    private IpxRoute()
    {
    }

    /// <summary>The network number, in hexadecimal.</summary>
    [Key("Network")] public string Network { get; private set; } = "";

    /// <summary>The network of the router; null if the network is connected directly.</summary>
    [Key("Router_Net", Parser = nameof(TryRouter))] public string? RouterNetwork { get; private set; }

    /// <summary>The node of the router; null if the network is connected directly.</summary>
    [Key("Router_Node", Parser = nameof(TryRouter))] public string? RouterNode { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(IpxRoute),
        new(nameof(Network), 8),
        new(nameof(RouterNetwork), 13),
        new(nameof(RouterNode), 12));

    /// <summary>The network and the router: <c>00000A1C via 00000A1B:02005E005302</c>.</summary>
    public override string ToString() => DisplayText.Escape(RouterNetwork is null ? Network : $"{Network} via {RouterNetwork}:{RouterNode}");

    static string IRow<IpxRoute>.NameOf(IpxRoute row) => row.Network;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<IpxRoute, bool> emit) => HeaderedLines.Read(source, static _ => new IpxRoute(), emit);

    private static bool TryRouter(ReadOnlySpan<byte> value, ProcSource source, out string? router)
    {
        bool isNone = value.SequenceEqual("Directly"u8) || value.SequenceEqual("Connected"u8);
        router = isNone ? null : source.Intern(value);
        return true;
    }
}
