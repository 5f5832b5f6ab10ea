using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/stat/nf_flowtable</c>: the work of the flow tables that waits for the hardware, of one CPU. Source: nf_flow_table_cpu_seq_show() of
/// net/netfilter/nf_flow_table_procfs.c.
/// </summary>
[Fields]
public sealed partial class FlowTableStatistics : ITable<FlowTableStatistics>
{
    private FlowTableStatistics()
    {
    }

    /// <summary>The position of the line: the CPUs that are possible, in order.</summary>
    public int Position { get; private set; }

    /// <summary>Flows that wait to be added to the hardware.</summary>
    [Key("wq_add")] public long? PendingAdditions { get; private set; }

    /// <summary>Flows that wait to be removed from it.</summary>
    [Key("wq_del")] public long? PendingRemovals { get; private set; }

    /// <summary>Flows whose counters wait to be read.</summary>
    [Key("wq_stats")] public long? PendingStatistics { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(FlowTableStatistics),
        new(nameof(Position), 8),
        new(nameof(PendingAdditions), 16),
        new(nameof(PendingRemovals), 15),
        new(nameof(PendingStatistics), 17));

    /// <summary>The position and what waits: <c>0: 3 to add, 1 to remove</c>.</summary>
    public override string ToString() => $"{Position}: {PendingAdditions?.ToString() ?? "?"} to add, {PendingRemovals?.ToString() ?? "?"} to remove";

    static string IRow<FlowTableStatistics>.NameOf(FlowTableStatistics row) => $"{row.Position}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<FlowTableStatistics, bool> emit)
    {
        int position = 0;
        HeaderedLines.Read(source, static _ => new FlowTableStatistics(), row =>
        {
            row.Position = position++;
            return emit(row);
        });
    }
}
