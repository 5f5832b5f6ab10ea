namespace ProcFs;

/// <summary>A path without its own type: a folder, a link, a text or binary file.</summary>
public sealed class PathEntry : CatalogEntry
{
    internal PathEntry(ProcKind kind, string pattern, string description)
        : base(kind, pattern, description)
    {
    }
}
