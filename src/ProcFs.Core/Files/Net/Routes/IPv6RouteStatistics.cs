using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/rt6_stats</c>: statistics of the IPv6 routing tables of the network namespace. Source: rt6_stats_seq_show() of net/ipv6/route.c.
/// </summary>
[Fields]
public sealed partial class IPv6RouteStatistics : IRecord<IPv6RouteStatistics>
{
    private IPv6RouteStatistics()
    {
    }

    /// <summary>Nodes of the trees.</summary>
    [Field(1, Scale.Hex), Unit(Unit.None)] public long? Nodes { get; private set; }

    /// <summary>Nodes with routes.</summary>
    [Field(2, Scale.Hex), Unit(Unit.None)] public long? RouteNodes { get; private set; }

    /// <summary>Routes allocated.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public long? Allocated { get; private set; }

    /// <summary>Routes in the trees.</summary>
    [Field(4, Scale.Hex), Unit(Unit.None)] public long? Routes { get; private set; }

    /// <summary>Routes in the cache of exceptions.</summary>
    [Field(5, Scale.Hex), Unit(Unit.None)] public long? Cached { get; private set; }

    /// <summary>Destination entries of routes in use.</summary>
    [Field(6, Scale.Hex), Unit(Unit.None)] public long? Destinations { get; private set; }

    /// <summary>Discarded routes.</summary>
    [Field(7, Scale.Hex), Unit(Unit.None)] public long? Discarded { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(IPv6RouteStatistics),
        new(nameof(Nodes), 7),
        new(nameof(RouteNodes), 10),
        new(nameof(Allocated), 9),
        new(nameof(Routes), 7),
        new(nameof(Cached), 7),
        new(nameof(Destinations), 12),
        new(nameof(Discarded), 9));

    /// <summary>The routes: <c>7 routes, 0 cached</c>.</summary>
    public override string ToString() => $"{Routes?.ToString() ?? "?"} routes, {Cached?.ToString() ?? "?"} cached";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static IPv6RouteStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new IPv6RouteStatistics();
        int end = text.IndexOf((byte)'\n');
        _ = Lines.ReadFields(end < 0 ? text : text[..end], record, source, fewest: 0);
        return record;
    }
}
