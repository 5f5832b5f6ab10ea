namespace ProcFs;

/// <summary>
/// What is asked of processes: which rows. It may be put to several selections in turn; it remembers what it has met, since an exact name that nothing
/// has is an error.
/// </summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public abstract class RowQuery<T>
    where T : class
{
    private readonly List<RowFilter> _filters = [];

    private protected RowQuery()
    {
    }

    /// <summary>An error for each exact name that no row has had so far. It is whole once all selections are read.</summary>
    public IEnumerable<ProcException> Unmatched
    {
        get
        {
            Complete();
            return _filters.SelectMany(filter => filter.Unmatched);
        }
    }

    /// <summary>Reads the rows of the selected processes, in their order, as they are read; among them what was named and is missing.</summary>
    /// <param name="selection">The processes.</param>
    /// <param name="summary">Counts what is left out where all processes are read; null where nobody asks.</param>
    /// <param name="cancellation">Ends the reading.</param>
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

    /// <summary>Whether the row is wanted. Every filter has to see every row.</summary>
    private protected virtual bool Accepts(T row) => true;

    /// <summary>Is called before what is unmatched is asked for.</summary>
    private protected virtual void Complete()
    {
    }

    /// <summary>A filter by name, whose exact names have to be met; without <paramref name="names"/> all rows pass.</summary>
    private protected RowFilter Filter(IReadOnlyList<string>? names, string message, Func<string, string?>? suggest = null)
    {
        var filter = new RowFilter(names, message, suggest);
        _filters.Add(filter);
        return filter;
    }
}
