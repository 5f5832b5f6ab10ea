using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/arp_cache</c>, <c>ndisc_cache</c> and <c>clip_arp_cache</c>: the statistics of a CPU for a neighbor table since boot. Numbers
/// wrap around at 2^32. Source: neigh_stat_seq_show() of net/core/neighbour.c.
/// </summary>
[Fields]
public sealed partial class NeighborCacheStatistics : ITable<NeighborCacheStatistics>
{
    private NeighborCacheStatistics()
    {
    }

    /// <summary>The position of the line, counted from 0: the number of the CPU, because the kernel writes a line for each possible one.</summary>
    public int Cpu { get; private set; }

    /// <summary>Entries in the table, for all CPUs.</summary>
    [Key("entries", Scale.Hex), Unit(Unit.None)] public ulong? Entries { get; private set; }

    /// <summary>Entries allocated.</summary>
    [Key("allocs", Scale.Hex), Unit(Unit.None)] public ulong? Allocations { get; private set; }

    /// <summary>Entries destroyed.</summary>
    [Key("destroys", Scale.Hex), Unit(Unit.None)] public ulong? Destroyed { get; private set; }

    /// <summary>The number of times that the hash table grew.</summary>
    [Key("hash_grows", Scale.Hex), Unit(Unit.None)] public ulong? Grown { get; private set; }

    /// <summary>Lookups.</summary>
    [Key("lookups", Scale.Hex), Unit(Unit.None)] public ulong? Lookups { get; private set; }

    /// <summary>Lookups that found an entry.</summary>
    [Key("hits", Scale.Hex), Unit(Unit.None)] public ulong? Hits { get; private set; }

    /// <summary>Failed resolutions.</summary>
    [Key("res_failed", Scale.Hex), Unit(Unit.None)] public ulong? ResolutionsFailed { get; private set; }

    /// <summary>Multicast probes received.</summary>
    [Key("rcv_probes_mcast", Scale.Hex), Unit(Unit.None)] public ulong? MulticastProbesReceived { get; private set; }

    /// <summary>Unicast probes received.</summary>
    [Key("rcv_probes_ucast", Scale.Hex), Unit(Unit.None)] public ulong? UnicastProbesReceived { get; private set; }

    /// <summary>The number of garbage collections for unused entries.</summary>
    [Key("periodic_gc_runs", Scale.Hex), Unit(Unit.None)] public ulong? PeriodicCollections { get; private set; }

    /// <summary>The number of garbage collections forced by a full table.</summary>
    [Key("forced_gc_runs", Scale.Hex), Unit(Unit.None)] public ulong? ForcedCollections { get; private set; }

    /// <summary>Packets dropped because their neighbor was not yet resolved (since 2.6.28).</summary>
    [Key("unresolved_discards", Scale.Hex), Unit(Unit.None)] public ulong? UnresolvedDiscards { get; private set; }

    /// <summary>The number of entries not allocated because the table was full (since 4.3).</summary>
    [Key("table_fulls", Scale.Hex), Unit(Unit.None)] public ulong? TableFull { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NeighborCacheStatistics),
        new(nameof(Cpu), 4),
        new(nameof(Entries), 8),
        new(nameof(Lookups), 10),
        new(nameof(Hits), 10),
        new(nameof(ResolutionsFailed), 17),
        new(nameof(ForcedCollections), 17),
        new(nameof(TableFull), 9));

    /// <summary>The CPU, the entries and the lookups: <c>0: 4 entries, 443 lookups</c>.</summary>
    public override string ToString() => $"{Cpu}: {Entries?.ToString() ?? "?"} entries, {Lookups?.ToString() ?? "?"} lookups";

    static string IRow<NeighborCacheStatistics>.NameOf(NeighborCacheStatistics row) => $"{row.Cpu}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<NeighborCacheStatistics, bool> emit)
    {
        int cpu = 0;
        HeaderedLines.Read(source, static _ => new NeighborCacheStatistics(), row =>
        {
            row.Cpu = cpu++;
            return emit(row);
        });
    }
}
