namespace ProcFs;

/// <summary>A file that contains one object per line or block, or a folder of uniform items, which is a table for the user.</summary>
public abstract class TableEntry : CatalogEntry
{
    private protected TableEntry(ProcKind kind, string pattern, string description)
        : base(kind, pattern, description)
    {
    }

    /// <summary>Whether it is a folder of uniform items: a folder for the kernel, a table for the user.</summary>
    public bool IsFolder => Kind == ProcKind.Directory;

    /// <summary>Reads the rows and passes on each, until the receiver returns false.</summary>
    internal abstract void ReadRows(ProcSource source, Func<object, bool> emit);

    /// <summary>The row with this name; null if there is none.</summary>
    internal abstract object? Find(ProcSource source, string name);

    /// <summary>The name of a row; later rows can have the same.</summary>
    internal abstract string NameOf(object row);

    /// <summary>Opens the content behind a row.</summary>
    internal abstract Stream OpenContent(object row, ProcRoot root, string path);
}
