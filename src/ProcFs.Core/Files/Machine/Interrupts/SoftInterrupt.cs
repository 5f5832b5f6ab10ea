using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a row of <c>/proc/softirqs</c>: a kind of softirq, and its count on each CPU. Source: proc.rst, show_softirqs() of fs/proc/softirqs.c.</summary>
public sealed class SoftInterrupt : ITable<SoftInterrupt>
{
    private SoftInterrupt()
    {
    }

    /// <summary>The kind: <c>TIMER</c>, <c>NET_RX</c>, <c>BLOCK</c>, <c>SCHED</c>, <c>RCU</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The count since boot on all CPUs; null if a count cannot be read.</summary>
    public required long? Total { get; init; }

    /// <summary>The count on each CPU, by the number of the CPU, for all CPUs that can come online, not only those that are.</summary>
    public required IReadOnlyDictionary<int, long> Counts { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(SoftInterrupt),
        new(nameof(Name), 10),
        new(nameof(Total), 14),
        new(nameof(Counts), Cells.CpusLength) { Show = Cells.Cpus });

    /// <summary>The kind.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<SoftInterrupt>.NameOf(SoftInterrupt row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SoftInterrupt, bool> emit) => Matrix.Read(source, Of, emit);

    private static SoftInterrupt? Of(ReadOnlySpan<byte> key, ReadOnlySpan<long?> counts, ReadOnlySpan<byte> rest, ReadOnlySpan<int> columns, ProcSource source)
    {
        bool isWhole = counts.Length == columns.Length && !counts.Contains(null);
        UnavailableReason? reason = isWhole ? null : UnavailableReason.Malformed;
        long? total = 0;
        foreach (long? count in counts)
        {
            total = Value.Sum(total, count);
        }

        return new SoftInterrupt
        {
            Name = source.Intern(key),
            Total = isWhole ? total : null,
            Counts = Matrix.ByColumn(counts, columns),
            Unavailable = UnavailableFields.OfMissing(reason, (nameof(Total), null), (nameof(Counts), null)),
        };
    }
}
