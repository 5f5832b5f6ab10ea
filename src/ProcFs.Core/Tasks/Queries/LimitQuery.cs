namespace ProcFs;

/// <summary>Resource limits of processes, by the kernel's names or those of setrlimit(2).</summary>
public sealed class LimitQuery : RowQuery<ResourceLimit>
{
    /// <summary>The help for the names.</summary>
    public const string LimitHelp = "Only these limits, such as 'open files' or NOFILE; wildcards are permitted.";

    private readonly RowFilter _names;
    private readonly ResourceLimitReader _reader;
    private bool _any;

    /// <summary>Selects the limits with these names; null for all.</summary>
    public LimitQuery(IReadOnlyList<string>? names = null)
    {
        _names = Filter(names, "No limit is named");
        _reader = new ResourceLimitReader(_names.Patterns);
    }

    private protected override IEnumerable<Outcome<ResourceLimit>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        _reader.Read(selection, summary, cancellation);

    private protected override bool Accepts(ResourceLimit row)
    {
        _any = true;
        _ = _names.Accepts(row.Name) | _names.Accepts(row.Resource);
        return true;
    }

    // If no process could be read, that is the error, not the name of a limit, which every process has.
    private protected override void Complete()
    {
        foreach ((string name, string resource) in _any ? [] : ResourceName.All)
        {
            _ = _names.Accepts(name) | _names.Accepts(resource);
        }
    }
}
