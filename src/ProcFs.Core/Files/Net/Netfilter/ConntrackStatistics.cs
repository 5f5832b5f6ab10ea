using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/nf_conntrack</c>, or of <c>ip_conntrack</c> on old kernels: the connection tracking statistics of a CPU since the creation of
/// the network namespace. Numbers wrap around at 2^32. Source: ct_cpu_seq_show() of net/netfilter/nf_conntrack_standalone.c.
/// </summary>
[Fields]
public sealed partial class ConntrackStatistics : ITable<ConntrackStatistics>
{
    private ConntrackStatistics()
    {
    }

    /// <summary>The position of the line, counted from 0: the number of the CPU, because the kernel writes a line for each possible one.</summary>
    public int Cpu { get; private set; }

    /// <summary>Tracked connections, on all CPUs.</summary>
    [Key("entries", Scale.Hex), Unit(Unit.None)] public ulong? Entries { get; private set; }

    /// <summary>Entries compared; null since 4.9.</summary>
    [Key("searched", Scale.Hex), Unit(Unit.None)] public ulong? Searched { get; private set; }

    /// <summary>Clashes: connections that two packets tried to create at once (since 5.8).</summary>
    [Key("clashres", Scale.Hex), Unit(Unit.None)] public ulong? ClashesResolved { get; private set; }

    /// <summary>Packets of known connections; since 4.9 only those of ICMP errors, otherwise 0.</summary>
    [Key("found", Scale.Hex), Unit(Unit.None)] public ulong? Found { get; private set; }

    /// <summary>New connections; 0 since 4.9.</summary>
    [Key("new", Scale.Hex), Unit(Unit.None)] public ulong? New { get; private set; }

    /// <summary>Packets that belong to no connection and cannot create one.</summary>
    [Key("invalid", Scale.Hex), Unit(Unit.None)] public ulong? Invalid { get; private set; }

    /// <summary>Packets of untracked connections; 0 since 5.10.</summary>
    [Key("ignore", Scale.Hex), Unit(Unit.None)] public ulong? IgnoredPackets { get; private set; }

    /// <summary>Entries removed; 0 since 4.9.</summary>
    [Key("delete", Scale.Hex), Unit(Unit.None)] public ulong? Deleted { get; private set; }

    /// <summary>Entries moved to the list of dying ones; null since 5.10.</summary>
    [Key("delete_list", Scale.Hex), Unit(Unit.None)] public ulong? DeletedFromList { get; private set; }

    /// <summary>Connections dropped because their hash chain was too long (since 5.15).</summary>
    [Key("chainlength", Scale.Hex), Unit(Unit.None)] public ulong? ChainTooLong { get; private set; }

    /// <summary>Entries inserted; 0 since 4.9.</summary>
    [Key("insert", Scale.Hex), Unit(Unit.None)] public ulong? Inserted { get; private set; }

    /// <summary>Entries not inserted because there was one already.</summary>
    [Key("insert_failed", Scale.Hex), Unit(Unit.None)] public ulong? InsertFailures { get; private set; }

    /// <summary>Packets dropped because no entry could be created.</summary>
    [Key("drop", Scale.Hex), Unit(Unit.None)] public ulong? Dropped { get; private set; }

    /// <summary>Entries removed to make room for new ones.</summary>
    [Key("early_drop", Scale.Hex), Unit(Unit.None)] public ulong? EarlyDropped { get; private set; }

    /// <summary>ICMP errors that could not be tracked.</summary>
    [Key("icmp_error", Scale.Hex), Unit(Unit.None)] public ulong? IcmpErrors { get; private set; }

    /// <summary>Expected connections that arrived.</summary>
    [Key("expect_new", Scale.Hex), Unit(Unit.None)] public ulong? ExpectationsNew { get; private set; }

    /// <summary>Expectations created.</summary>
    [Key("expect_create", Scale.Hex), Unit(Unit.None)] public ulong? ExpectationsCreated { get; private set; }

    /// <summary>Expectations deleted.</summary>
    [Key("expect_delete", Scale.Hex), Unit(Unit.None)] public ulong? ExpectationsDeleted { get; private set; }

    /// <summary>Searches restarted because the table had changed.</summary>
    [Key("search_restart", Scale.Hex), Unit(Unit.None)] public ulong? SearchRestarts { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ConntrackStatistics),
        new(nameof(Cpu), 4),
        new(nameof(Entries), 8),
        new(nameof(Found), 10),
        new(nameof(Invalid), 10),
        new(nameof(InsertFailures), 14),
        new(nameof(Dropped), 10),
        new(nameof(EarlyDropped), 12),
        new(nameof(SearchRestarts), 14));

    /// <summary>The CPU, the connections and the dropped packets: <c>0: 33 entries, 0 dropped</c>.</summary>
    public override string ToString() => $"{Cpu}: {Entries?.ToString() ?? "?"} entries, {Dropped?.ToString() ?? "?"} dropped";

    static string IRow<ConntrackStatistics>.NameOf(ConntrackStatistics row) => $"{row.Cpu}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<ConntrackStatistics, bool> emit)
    {
        int cpu = 0;
        HeaderedLines.Read(source, static _ => new ConntrackStatistics(), row =>
        {
            row.Cpu = cpu++;
            return emit(row);
        });
    }
}
