namespace ProcFs;

/// <summary>Whether a capture takes a file: what is named decides before the catalog does. What the catalog does not know may block, and is taken only if it is named.</summary>
internal sealed class CaptureChoice
{
    private static readonly string[] s_ofMappings = ["smaps", "smaps_rollup", "numa_maps"];

    private readonly CapturePattern[] _included;
    private readonly CapturePattern[] _excluded;

    public CaptureChoice(CaptureOptions options)
    {
        IEnumerable<string> included = options.Include;
        included = options.Environment == CapturedEnvironment.None ? included : included.Append("<pid>/environ");
        included = options.IncludeSmaps ? included.Concat(s_ofMappings.Select(name => $"<pid>/{name}")) : included;
        _included = [.. included.Select(pattern => new CapturePattern(pattern))];
        _excluded = [.. options.Exclude.Select(pattern => new CapturePattern(pattern))];
    }

    /// <summary>Whether everything below a folder is left out.</summary>
    public bool Excludes(string[] path) => Array.Exists(_excluded, pattern => pattern.Matches(path));

    /// <summary>Whether a file is taken.</summary>
    /// <param name="path">Its path below the root.</param>
    /// <param name="entry">Its line of the catalog; null if there is none.</param>
    public bool Takes(string[] path, CatalogEntry? entry)
    {
        // The files of a network namespace are below net, and below each process in it.
        string[] shared = path is [_, "net", ..] && path[0].All(char.IsAsciiDigit) ? path[1..] : path;
        if (Excludes(path) || Excludes(shared))
        {
            return false;
        }

        return entry?.IsCaptured == true || Array.Exists(_included, pattern => pattern.Matches(path) || pattern.Matches(shared));
    }
}
