using System.Globalization;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Compares two captures, or a capture with the live machine.</summary>
/// <param name="reference">The first.</param>
/// <param name="difference">The second.</param>
public sealed class SnapshotComparison(ProcRoot reference, ProcRoot difference)
{
    /// <summary>The help for <see cref="Kinds"/>.</summary>
    public const string KindHelp = "Only differences of these kinds: Process, Descriptor, Mapping, Mount, Socket, Module, Parameter, Limit, Namespace, Counter.";

    private static readonly DifferenceKind[] s_ofProcesses = [DifferenceKind.Descriptor, DifferenceKind.Mapping, DifferenceKind.Limit, DifferenceKind.Namespace];
    private static readonly DifferenceKind[] s_ofMachine = [DifferenceKind.Mount, DifferenceKind.Socket, DifferenceKind.Module, DifferenceKind.Parameter];

    /// <summary>The kinds to compare.</summary>
    public IReadOnlyList<DifferenceKind> Kinds { get; init; } = Enum.GetValues<DifferenceKind>();

    /// <summary>Only processes with these names, and things of the machine whose keys match; null for all.</summary>
    public IReadOnlyList<Wildcard>? Names { get; init; }

    /// <summary>Whether processes are the same if their names and command lines are, as after a restart.</summary>
    public bool MatchesByName { get; init; }

    /// <summary>The least rate of a counter per second.</summary>
    public double Threshold { get; init; } = 1;

    /// <summary>The differences, by kind.</summary>
    public IEnumerable<SnapshotDifference> Read(CancellationToken cancellation = default)
    {
        var before = new SnapshotSide(reference, cancellation);
        var after = new SnapshotSide(difference, cancellation);
        List<(ProcessInfo? Before, ProcessInfo? After)> pairs = Pairs(before.Processes, after.Processes);
        foreach (DifferenceKind kind in Kinds.Order())
        {
            cancellation.ThrowIfCancellationRequested();
            IEnumerable<SnapshotDifference> found = kind switch
            {
                DifferenceKind.Process => pairs.SelectMany(pair => OfPair(pair.Before, pair.After)),
                DifferenceKind.Counter => Counters(before, after),
                _ when s_ofProcesses.Contains(kind) => pairs.SelectMany(pair => OfProcess(kind, pair.Before, pair.After, before, after)),
                _ when s_ofMachine.Contains(kind) => Compare(kind, before.OfMachine(kind), after.OfMachine(kind), null).Where(row => IsNamed(row.Key)),
                _ => [],
            };
            foreach (SnapshotDifference row in found)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }

    private static IEnumerable<SnapshotDifference> Compare(DifferenceKind kind, Dictionary<string, string> before, Dictionary<string, string> after, ProcessInfo? process)
    {
        foreach ((string key, string value) in before.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            if (!after.TryGetValue(key, out string? now))
            {
                yield return Of(kind, DifferenceChange.Removed, key, value, null, process);
            }
            else if (now != value)
            {
                yield return Of(kind, DifferenceChange.Changed, key, value, now, process);
            }
        }

        foreach ((string key, string value) in after.Where(row => !before.ContainsKey(row.Key)).OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            yield return Of(kind, DifferenceChange.Added, key, null, value, process);
        }
    }

    private static SnapshotDifference Of(DifferenceKind kind, DifferenceChange change, string key, string? before, string? after, ProcessInfo? process) => new()
    {
        Kind = kind,
        Change = change,
        Key = key,
        Reference = before,
        Difference = after,
        ProcessId = process?.ProcessId,
        ProcessName = process?.Name,
    };

    // A process is its id and its start time; the boot time is told with a second of tolerance.
    private List<(ProcessInfo? Before, ProcessInfo? After)> Pairs(IReadOnlyList<ProcessInfo> before, IReadOnlyList<ProcessInfo> after)
    {
        var left = after.Where(process => IsNamed(process.Name)).GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.ToList());
        var pairs = new List<(ProcessInfo?, ProcessInfo?)>();
        foreach (ProcessInfo process in before.Where(process => IsNamed(process.Name)))
        {
            List<ProcessInfo> alike = left.GetValueOrDefault(KeyOf(process)) ?? [];
            ProcessInfo? same = alike.Find(other => MatchesByName ? process.CommandLine.SequenceEqual(other.CommandLine) : IsSame(process, other));
            if (same is not null)
            {
                alike.Remove(same);
            }

            pairs.Add((process, same));
        }

        pairs.AddRange(left.Values.SelectMany(alike => alike).OrderBy(process => process.ProcessId).Select(process => ((ProcessInfo?)null, (ProcessInfo?)process)));
        return pairs;
    }

    private string KeyOf(ProcessInfo process) => MatchesByName ? process.Name : process.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static bool IsSame(ProcessInfo one, ProcessInfo other) => !((one.StartTime - other.StartTime)?.Duration() > TimeSpan.FromSeconds(1));

    private bool IsNamed(string name) => Names is null || Names.Any(pattern => pattern.IsMatch(name.AsSpan()));

    private static IEnumerable<SnapshotDifference> OfPair(ProcessInfo? before, ProcessInfo? after)
    {
        ProcessInfo process = (after ?? before)!;
        if (before is not null && after is not null)
        {
            Dictionary<string, string> now = SnapshotSide.PropertiesOf(after);
            return Compare(DifferenceKind.Process, SnapshotSide.PropertiesOf(before), now, process).Where(row => row.Change == DifferenceChange.Changed);
        }

        string text = Views.Display.CommandLine(process.CommandLine, process.Name);
        text = text.Length > 0 ? text : process.Name;
        string key = process.ProcessId.ToString(CultureInfo.InvariantCulture);
        return [before is null ? Of(DifferenceKind.Process, DifferenceChange.Added, key, null, text, process) : Of(DifferenceKind.Process, DifferenceChange.Removed, key, text, null, process)];
    }

    private static IEnumerable<SnapshotDifference> OfProcess(DifferenceKind kind, ProcessInfo? before, ProcessInfo? after, SnapshotSide first, SnapshotSide second) =>
        before is null || after is null ? [] : Compare(kind, first.OfProcess(kind, before.ProcessId), second.OfProcess(kind, after.ProcessId), after);

    // Counters start again with each boot: between two boots there is no rate.
    private IEnumerable<SnapshotDifference> Counters(SnapshotSide before, SnapshotSide after)
    {
        if (before.BootId != after.BootId || after.Uptime - before.Uptime is not { } interval || interval <= TimeSpan.Zero)
        {
            yield break;
        }

        var rates = new CounterRates(interval);
        Dictionary<string, long> now = after.Counters();
        foreach ((string key, long value) in before.Counters().Where(counter => IsNamed(counter.Key)).OrderBy(counter => counter.Key, StringComparer.Ordinal))
        {
            if (now.TryGetValue(key, out long last) && last != value)
            {
                double? rate = rates.PerSecond(value, last);
                if (rate is null || rate >= Threshold)
                {
                    yield return new SnapshotDifference
                    {
                        Kind = DifferenceKind.Counter,
                        Change = DifferenceChange.Changed,
                        Key = key,
                        Reference = value.ToString(CultureInfo.InvariantCulture),
                        Difference = last.ToString(CultureInfo.InvariantCulture),
                        PerSecond = rate,
                    };
                }
            }
        }
    }
}
