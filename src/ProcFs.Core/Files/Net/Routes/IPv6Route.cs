using System.Net;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/ipv6_route</c>: an IPv6 route of any table. Source: rt6_info_route() and ipv6_route_native_seq_show() of net/ipv6/ip6_fib.c.
/// </summary>
[Fields]
public sealed partial class IPv6Route : ILine<IPv6Route>, IRow<IPv6Route>
{
    private const int Fields = 10;

    private IPv6Route()
    {
    }

    /// <summary>The destination network or host; <c>::</c> for the default route.</summary>
    [Field(1, Scale.Hex), Unit(Unit.None)] public IPAddress? Destination { get; private set; }

    /// <summary>The length of the network prefix, in bits.</summary>
    [Field(2, Scale.Hex), Unit(Unit.None)] public int? PrefixLength { get; private set; }

    /// <summary>The source network or host; <c>::</c> for any.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public IPAddress? Origin { get; private set; }

    /// <summary>The length of the source prefix, in bits.</summary>
    [Field(4, Scale.Hex), Unit(Unit.None)] public int? OriginPrefixLength { get; private set; }

    /// <summary>The next hop; <c>::</c> if the destination is on the link.</summary>
    [Field(5, Scale.Hex), Unit(Unit.None)] public IPAddress? Gateway { get; private set; }

    /// <summary>The metric: the route with the lowest value is used; 4294967295 for the kernel's own reject routes.</summary>
    [Field(6, Scale.Hex), Unit(Unit.None)] public long? Metric { get; private set; }

    /// <summary>References in the kernel.</summary>
    [Field(7, Scale.Hex), Unit(Unit.None)] public long? References { get; private set; }

    /// <summary>Lookups; 0 since 4.2.</summary>
    [Field(8, Scale.Hex), Unit(Unit.None)] public long? Uses { get; private set; }

    /// <summary>The flags.</summary>
    [Field(9, Parser = nameof(TryFlags))] public RouteFlags? Flags { get; private set; }

    /// <summary>The network device; null if the kernel writes none.</summary>
    [Field(10)] public string? Device { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    static string ILine<IPv6Route>.Form => "addresses, numbers and a device";

    internal static View View => new(
        typeof(IPv6Route),
        new(nameof(Destination), 26),
        new(nameof(PrefixLength), 12),
        new(nameof(Gateway), 24),
        new(nameof(Device), 12),
        new(nameof(Metric), 10),
        new(nameof(Flags), 20));

    /// <summary>The destination and the path: <c>2001:db8::/32 via fe80::1 dev eth0</c>.</summary>
    public override string ToString()
    {
        string way = Flags?.HasFlag(RouteFlags.Gateway) == true ? $" via {Gateway}" : "";
        return DisplayText.Escape($"{Text}{way} dev {Device ?? "*"}");
    }

    private string Text => $"{Destination?.ToString() ?? "?"}/{PrefixLength?.ToString() ?? "?"}";

    static string IRow<IPv6Route>.NameOf(IPv6Route row) => row.Text.Replace('/', '_').Replace(':', '_');

    /// <inheritdoc/>
    public static IPv6Route? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var route = new IPv6Route();
        return Lines.ReadFields(line, route, source, Fields - 1) ? route : null;
    }

    private static bool TryFlags(ReadOnlySpan<byte> value, ProcSource source, out RouteFlags? flags)
    {
        bool parsed = Number.TryHex(value, out ulong bits) && bits <= uint.MaxValue;
        flags = (RouteFlags)(uint)bits;
        return parsed;
    }
}
