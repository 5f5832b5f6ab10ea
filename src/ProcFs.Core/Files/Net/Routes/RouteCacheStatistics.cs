using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/rt_cache</c>: the IPv4 route lookups of a CPU since boot. Numbers wrap around at 2^32. Since 3.6 there is no route cache, and
/// some values are always 0. Source: rt_cpu_seq_show() of net/ipv4/route.c.
/// </summary>
[Fields]
public sealed partial class RouteCacheStatistics : ITable<RouteCacheStatistics>
{
    private RouteCacheStatistics()
    {
    }

    /// <summary>The position of the line, counted from 0: the number of the CPU, because the kernel writes a line for each possible one.</summary>
    public int Cpu { get; private set; }

    /// <summary>Cache entries, or routes in use, for all CPUs.</summary>
    [Key("entries", Scale.Hex), Unit(Unit.None)] public ulong? Entries { get; private set; }

    /// <summary>Packets received with a cached route.</summary>
    [Key("in_hit", Scale.Hex), Unit(Unit.None)] public ulong? InHits { get; private set; }

    /// <summary>Packets received that needed a lookup.</summary>
    [Key("in_slow_tot", Scale.Hex), Unit(Unit.None)] public ulong? InSlow { get; private set; }

    /// <summary>The multicast packets among those.</summary>
    [Key("in_slow_mc", Scale.Hex), Unit(Unit.None)] public ulong? InSlowMulticast { get; private set; }

    /// <summary>Packets received without a route to their destination.</summary>
    [Key("in_no_route", Scale.Hex), Unit(Unit.None)] public ulong? InNoRoute { get; private set; }

    /// <summary>Broadcast packets received.</summary>
    [Key("in_brd", Scale.Hex), Unit(Unit.None)] public ulong? InBroadcast { get; private set; }

    /// <summary>Packets received with an invalid destination (martian).</summary>
    [Key("in_martian_dst", Scale.Hex), Unit(Unit.None)] public ulong? InMartianDestination { get; private set; }

    /// <summary>Packets received with an invalid source (martian).</summary>
    [Key("in_martian_src", Scale.Hex), Unit(Unit.None)] public ulong? InMartianSource { get; private set; }

    /// <summary>Packets sent with a cached route.</summary>
    [Key("out_hit", Scale.Hex), Unit(Unit.None)] public ulong? OutHits { get; private set; }

    /// <summary>Packets sent that needed a lookup.</summary>
    [Key("out_slow_tot", Scale.Hex), Unit(Unit.None)] public ulong? OutSlow { get; private set; }

    /// <summary>The multicast packets among those.</summary>
    [Key("out_slow_mc", Scale.Hex), Unit(Unit.None)] public ulong? OutSlowMulticast { get; private set; }

    /// <summary>The number of garbage collections for unused entries.</summary>
    [Key("gc_total", Scale.Hex), Unit(Unit.None)] public ulong? Collections { get; private set; }

    /// <summary>The number of garbage collections skipped.</summary>
    [Key("gc_ignored", Scale.Hex), Unit(Unit.None)] public ulong? CollectionsIgnored { get; private set; }

    /// <summary>The number of garbage collections that freed too little.</summary>
    [Key("gc_goal_miss", Scale.Hex), Unit(Unit.None)] public ulong? CollectionsMissed { get; private set; }

    /// <summary>The number of entries not created because the cache was full.</summary>
    [Key("gc_dst_overflow", Scale.Hex), Unit(Unit.None)] public ulong? Overflows { get; private set; }

    /// <summary>Entries compared for packets received.</summary>
    [Key("in_hlist_search", Scale.Hex), Unit(Unit.None)] public ulong? InSearches { get; private set; }

    /// <summary>Entries compared for packets sent.</summary>
    [Key("out_hlist_search", Scale.Hex), Unit(Unit.None)] public ulong? OutSearches { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(RouteCacheStatistics),
        new(nameof(Cpu), 4),
        new(nameof(Entries), 8),
        new(nameof(InSlow), 10),
        new(nameof(InNoRoute), 10),
        new(nameof(InMartianSource), 15),
        new(nameof(OutSlow), 10));

    /// <summary>The CPU and its lookups: <c>0: 31 in, 24 out</c>.</summary>
    public override string ToString() => $"{Cpu}: {InSlow?.ToString() ?? "?"} in, {OutSlow?.ToString() ?? "?"} out";

    static string IRow<RouteCacheStatistics>.NameOf(RouteCacheStatistics row) => $"{row.Cpu}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<RouteCacheStatistics, bool> emit)
    {
        int cpu = 0;
        HeaderedLines.Read(source, static _ => new RouteCacheStatistics(), row =>
        {
            row.Cpu = cpu++;
            return emit(row);
        });
    }
}
