namespace ProcFs;

/// <summary>A path without a type of its own: a folder, a link, a file of text or of bytes.</summary>
public sealed class PathEntry : CatalogEntry
{
    internal PathEntry(ProcKind kind, string pattern, string description)
        : base(kind, pattern, description)
    {
    }
}
