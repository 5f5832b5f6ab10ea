namespace ProcFs;

/// <summary>Processes as trees: all of them, or those below named processes.</summary>
/// <param name="root">The /proc to read.</param>
public sealed class TreeQuery(ProcRoot root)
{
    private readonly HashSet<(int Id, DateTimeOffset? Start)> _tops = [];
    private bool _isAll;

    /// <summary>Names the processes at the top; returns the errors for them.</summary>
    public IEnumerable<ProcException> Add(ProcessSelection selection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        _isAll |= selection.IsAll;
        foreach (Outcome<ProcessInfo> outcome in selection.IsAll ? [] : ProcessInfo.Read(selection, new ReadSummary(), cancellation: cancellation))
        {
            if (outcome.Item is { } top)
            {
                _tops.Add(IdentityOf(top));
            }
            else
            {
                yield return outcome.Error!;
            }
        }
    }

    /// <summary>Reads all processes, and returns the named trees: each parent before its children.</summary>
    /// <param name="summary">Counts what is left out.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public IEnumerable<ProcessTreeEntry> Read(ReadSummary? summary = null, CancellationToken cancellation = default)
    {
        if (!_isAll && _tops.Count == 0)
        {
            return [];
        }

        ProcessInfo[] processes = [.. ProcessInfo.Read(root.Processes(), summary ?? new ReadSummary(), cancellation: cancellation)
            .Select(outcome => outcome.Item)
            .OfType<ProcessInfo>()];
        return ProcessTree.Order(processes, _isAll ? null : process => _tops.Contains(IdentityOf(process)));
    }

    // An id can be reused between two readings.
    private static (int Id, DateTimeOffset? Start) IdentityOf(ProcessInfo process) => (process.ProcessId, process.StartTime);
}
