namespace ProcFs;

/// <summary>
/// Every path of /proc, with its kind and the way to read it. The drive, the command line, completion and the coverage page all read this table. A file of a thread
/// without its own line is described by that of the process.
/// </summary>
public static partial class Catalog
{
    /// <summary>All entries, by area and topic.</summary>
    public static IReadOnlyList<CatalogEntry> All { get; } =
    [
        .. ProcessEntries(), .. MachineEntries(), .. DeviceEntries(), .. FileSystemEntries(), .. NetEntries(), .. NetLinkEntries(),
        .. ParameterEntries(), .. KernelParameterEntries(), .. VmParameterEntries(), .. FsParameterEntries(),
        .. NetParameterEntries(), .. IPv4ParameterEntries(), .. IPv6ParameterEntries(), .. ProtocolParameterEntries(),
    ];

    // The table is large, and most sessions use little of it: it is created when a path is first looked up.
    private static readonly Lazy<PatternTree> s_tree = new(() => new PatternTree(All));

    /// <summary>The entry that matches a path; null if there is none.</summary>
    /// <param name="path">The path under the root, without a leading slash: <c>1234/fd</c>, <c>self/status</c>, <c>sys/vm/swappiness</c>.</param>
    public static CatalogEntry? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Find(path.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The entry of a path or, without one, of its nearest parent.</summary>
    internal static CatalogEntry? FindNearest(string path)
    {
        ReadOnlySpan<string> segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        CatalogEntry? entry = null;
        for (; entry is null && !segments.IsEmpty; segments = segments[..^1])
        {
            entry = Find(segments);
        }

        return entry;
    }

    internal static CatalogEntry? Find(ReadOnlySpan<string> segments)
    {
        if (s_tree.Value.Find(segments) is { } entry)
        {
            return entry;
        }

        return segments switch
        {
            ["self", .. var rest] => Find(["0", .. rest]),
            ["thread-self", .. var rest] => Find(["0", "task", "0", .. rest]),
            ["net", .. var rest] => s_tree.Value.Find(["0", "net", .. rest]),
            [var pid, "task", _, .. var rest] when !rest.IsEmpty => s_tree.Value.Find([pid, .. rest]),
            _ => null,
        };
    }
}
