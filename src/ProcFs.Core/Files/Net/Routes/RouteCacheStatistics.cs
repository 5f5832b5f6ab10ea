using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/rt_cache</c>: the routes that a CPU has looked up for IPv4 since the machine started. A number starts anew at 2^32. Without the cache, which
/// went with 3.6, some are always 0. Source: rt_cpu_seq_show() of net/ipv4/route.c.
/// </summary>
[Fields]
public sealed partial class RouteCacheStatistics : ITable<RouteCacheStatistics>
{
    private RouteCacheStatistics()
    {
    }

    /// <summary>The place of the line, counted from 0: the number of the CPU, as the kernel writes a line for each that may come online.</summary>
    public int Cpu { get; private set; }

    /// <summary>Entries of the cache now, or routes in use, of all CPUs.</summary>
    [Key("entries", Scale.Hex), Unit(Unit.None)] public ulong? Entries { get; private set; }

    /// <summary>Packets received whose route was in the cache.</summary>
    [Key("in_hit", Scale.Hex), Unit(Unit.None)] public ulong? InHits { get; private set; }

    /// <summary>Packets received whose route was looked up.</summary>
    [Key("in_slow_tot", Scale.Hex), Unit(Unit.None)] public ulong? InSlow { get; private set; }

    /// <summary>Of these, multicast packets.</summary>
    [Key("in_slow_mc", Scale.Hex), Unit(Unit.None)] public ulong? InSlowMulticast { get; private set; }

    /// <summary>Packets received to which no route leads.</summary>
    [Key("in_no_route", Scale.Hex), Unit(Unit.None)] public ulong? InNoRoute { get; private set; }

    /// <summary>Broadcast packets received.</summary>
    [Key("in_brd", Scale.Hex), Unit(Unit.None)] public ulong? InBroadcast { get; private set; }

    /// <summary>Packets received with a destination that cannot be.</summary>
    [Key("in_martian_dst", Scale.Hex), Unit(Unit.None)] public ulong? InMartianDestination { get; private set; }

    /// <summary>Packets received with a source that cannot be.</summary>
    [Key("in_martian_src", Scale.Hex), Unit(Unit.None)] public ulong? InMartianSource { get; private set; }

    /// <summary>Packets sent whose route was in the cache.</summary>
    [Key("out_hit", Scale.Hex), Unit(Unit.None)] public ulong? OutHits { get; private set; }

    /// <summary>Packets sent whose route was looked up.</summary>
    [Key("out_slow_tot", Scale.Hex), Unit(Unit.None)] public ulong? OutSlow { get; private set; }

    /// <summary>Of these, multicast packets.</summary>
    [Key("out_slow_mc", Scale.Hex), Unit(Unit.None)] public ulong? OutSlowMulticast { get; private set; }

    /// <summary>How often unused entries were looked for.</summary>
    [Key("gc_total", Scale.Hex), Unit(Unit.None)] public ulong? Collections { get; private set; }

    /// <summary>How often that was not necessary yet.</summary>
    [Key("gc_ignored", Scale.Hex), Unit(Unit.None)] public ulong? CollectionsIgnored { get; private set; }

    /// <summary>How often too few were found.</summary>
    [Key("gc_goal_miss", Scale.Hex), Unit(Unit.None)] public ulong? CollectionsMissed { get; private set; }

    /// <summary>How often an entry could not be made since the cache was full.</summary>
    [Key("gc_dst_overflow", Scale.Hex), Unit(Unit.None)] public ulong? Overflows { get; private set; }

    /// <summary>Entries that were compared for packets received.</summary>
    [Key("in_hlist_search", Scale.Hex), Unit(Unit.None)] public ulong? InSearches { get; private set; }

    /// <summary>Entries that were compared for packets sent.</summary>
    [Key("out_hlist_search", Scale.Hex), Unit(Unit.None)] public ulong? OutSearches { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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
