namespace ProcFs;

/// <summary>Memory mappings of processes, by target; optionally with their memory use.</summary>
public sealed class MappingQuery : RowQuery<MemoryMapping>
{
    /// <summary>The help for the targets.</summary>
    public const string TargetHelp = "Only mappings of these files, or with names such as [heap]; wildcards are permitted.";

    /// <summary>The help for the details.</summary>
    public const string DetailedHelp = "Adds the memory use of each mapping. That takes longer, and can block the process meanwhile.";

    private readonly RowFilter _targets;
    private readonly MemoryMappingFilter _filter;
    private readonly bool _isDetailed;

    /// <summary>Selects the mappings of these targets; null for all.</summary>
    /// <param name="targets">Paths, and the kernel's names for memory without a file.</param>
    /// <param name="isDetailed">Whether each row is a <see cref="MemoryMappingUsage"/>.</param>
    public MappingQuery(IReadOnlyList<string>? targets = null, bool isDetailed = false)
    {
        _targets = Filter(targets, "No mapping has the target", RowFilter.AnyFolder);
        _filter = new MemoryMappingFilter { Paths = _targets.Patterns };
        _isDetailed = isDetailed;
    }

    private protected override IEnumerable<Outcome<MemoryMapping>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        _isDetailed
            ? MemoryMappingUsage.Read(selection, _filter, summary, cancellation).Select(outcome => outcome.As<MemoryMapping>())
            : MemoryMapping.Read(selection, _filter, summary, cancellation);

    private protected override bool Accepts(MemoryMapping row)
    {
        _ = _targets.Accepts(row.Target);
        return true;
    }
}
