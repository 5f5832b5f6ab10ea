using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/atalk/route</c>: an AppleTalk route. Source: atalk_seq_route_show() of net/appletalk/atalk_proc.c.
/// </summary>
[Fields]
public sealed partial class AppleTalkRoute : ITable<AppleTalkRoute>
{
    private AppleTalkRoute()
    {
    }

    /// <summary>The network and node that it leads to: <c>FF00:00</c>; <c>Default</c> for all others.</summary>
    [Key("Target")] public string Destination { get; private set; } = "";

    /// <summary>The network and node of the router; zeros if the network is on the cable.</summary>
    [Key("Router")] public string? Router { get; private set; }

    /// <summary>The flags of the route, as in <c>net/route</c>: up, gateway, host.</summary>
    [Key("Flags", Parser = nameof(TryFlags))] public RouteFlags? Flags { get; private set; }

    /// <summary>The network device.</summary>
    [Key("Dev")] public string? Device { get; private set; }

    /// <summary>Columns unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AppleTalkRoute),
        new(nameof(Destination), 11),
        new(nameof(Router), 8),
        new(nameof(Flags), 24),
        new(nameof(Device), 16));

    /// <summary>The destination and the device: <c>FF00:00 dev eth0</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Destination} dev {Device ?? "?"}");

    static string IRow<AppleTalkRoute>.NameOf(AppleTalkRoute row) => row.Destination.Replace(':', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AppleTalkRoute, bool> emit) => HeaderedLines.Read(source, static _ => new AppleTalkRoute(), emit);

    private static bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out RouteFlags? flags)
    {
        bool parsed = Value.TryRead(value, source, out int bits);
        flags = (RouteFlags)bits;
        return parsed;
    }
}
