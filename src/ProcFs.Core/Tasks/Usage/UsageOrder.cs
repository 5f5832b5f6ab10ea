namespace ProcFs;

/// <summary>The selection and order of the processes of a round: as in top and pidstat, the busiest first and without the idle ones.</summary>
public sealed class UsageOrder
{
    private const string Usual = nameof(ProcessUsage.CpuPercent);

    private static readonly ItemShape s_shape = ItemShape.Find(typeof(ProcessUsage))!;

    /// <summary>The property by which to sort, largest first.</summary>
    public string SortBy { get; init; } = Usual;

    /// <summary>The maximum number in each round; null for all.</summary>
    public int? Top { get; init; }

    /// <summary>Whether processes that used neither CPU nor storage are left out.</summary>
    public bool IsWithoutIdle { get; init; }

    /// <summary>Orders the rows of a round; the threads of a process follow it.</summary>
    internal IEnumerable<Outcome<ProcessUsage>> Apply(List<Outcome<ProcessUsage>> round)
    {
        IEnumerable<Outcome<ProcessUsage>[]> processes = round
            .Where(outcome => outcome.Item is not null)
            .GroupBy(outcome => outcome.Item!.ProcessId)
            .Select(rows => rows.ToArray())
            .Where(rows => !(IsWithoutIdle && IsIdle(rows[0].Item!)))
            .OrderByDescending(rows => ValueOf(rows[0].Item!));
        return round.Where(outcome => outcome.Item is null)
            .Concat((Top is { } most ? processes.Take(most) : processes).SelectMany(rows => rows));
    }

    private static bool IsIdle(ProcessUsage usage) =>
        usage is { CpuPercent: 0, MajorFaultsPerSecond: 0 } && !(usage.BytesReadPerSecond > 0) && !(usage.BytesWrittenPerSecond > 0);

    private double ValueOf(ProcessUsage usage) => s_shape.Find(SortBy)?.GetValue(usage) switch
    {
        double value => value,
        long value => value,
        int value => value,
        TimeSpan value => value.Ticks,
        _ => -1,
    };
}
