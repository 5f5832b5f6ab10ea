namespace ProcFs;

/// <summary>
/// A query for rows of processes. It can be applied to several selections in turn, and remembers the names that it has found, because an exact name without a match
/// is an error.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public abstract class RowQuery<T>
    where T : class
{
    private readonly List<RowFilter> _filters = [];

    private protected RowQuery()
    {
    }

    /// <summary>An error for each exact name that no row has had so far. Complete once all selections have been read.</summary>
    public IEnumerable<ProcException> Unmatched
    {
        get
        {
            Complete();
            return _filters.SelectMany(filter => filter.Unmatched);
        }
    }

    /// <summary>Reads the rows of the selected processes, in order and as they are read, including errors for named processes that are missing.</summary>
    /// <param name="selection">The processes.</param>
    /// <param name="summary">Counts what is left out when all processes are read; null if not needed.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public virtual IEnumerable<Outcome<T>> Read(ProcessSelection selection, ReadSummary? summary = null, CancellationToken cancellation = default)
    {
        foreach (Outcome<T> outcome in ReadAll(selection, summary ?? new ReadSummary(), cancellation))
        {
            if (outcome.Item is null || Accepts(outcome.Item))
            {
                yield return outcome;
            }
        }
    }

    private protected abstract IEnumerable<Outcome<T>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation);

    /// <summary>Whether the row is selected. Every filter has to see every row.</summary>
    private protected virtual bool Accepts(T row) => true;

    /// <summary>Called before the unmatched names are requested.</summary>
    private protected virtual void Complete()
    {
    }

    /// <summary>A filter by name, whose exact names must be found; without <paramref name="names"/> all rows pass.</summary>
    private protected RowFilter Filter(IReadOnlyList<string>? names, string message, Func<string, string?>? suggest = null)
    {
        var filter = new RowFilter(names, message, suggest);
        _filters.Add(filter);
        return filter;
    }
}
