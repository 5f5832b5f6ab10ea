namespace ProcFs;

/// <summary>Mounts that processes see, by mount point, source and type.</summary>
public sealed class MountQuery : RowQuery<Mount>
{
    /// <summary>The help for the mount points.</summary>
    public const string TargetHelp = "Only mounts at these mount points; wildcards are permitted.";

    /// <summary>The help for the sources.</summary>
    public const string SourceHelp = "Only mounts of these devices, server paths or other sources; wildcards are permitted.";

    /// <summary>The help for the types.</summary>
    public const string TypeHelp = "Only mounts of these file system types, such as ext4 or fuse.*.";

    private readonly RowFilter _targets;
    private readonly RowFilter _sources;
    private readonly RowFilter _types;

    /// <summary>Selects the mounts that match all filters; null matches all.</summary>
    public MountQuery(IReadOnlyList<string>? targets = null, IReadOnlyList<string>? sources = null, IReadOnlyList<string>? types = null)
    {
        _targets = Filter(targets, "No mount is at", RowFilter.AnyFolder);
        _sources = Filter(sources, "No mount has the source", RowFilter.AnyFolder);
        _types = Filter(types, "No mount has the type");
    }

    /// <summary>The mounts that the caller itself sees; in a capture, or the /proc of a container, those of its first process.</summary>
    public IEnumerable<Outcome<Mount>> ReadOwn(ProcRoot root, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(root);
        int[] ids = root.OwnProcessId is { } own ? [own] : [.. root.EnumerateProcessIds().Take(1)];
        return Read(root.Processes(ids), summary: null, cancellation);
    }

    private protected override IEnumerable<Outcome<Mount>> ReadAll(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation) =>
        selection.Rows<Mount>(summary, cancellation);

    private protected override bool Accepts(Mount row) => _targets.Accepts(row.Target) & _sources.Accepts(row.Source) & _types.Accepts(row.Type);
}
