namespace ProcFs;

/// <summary>A file that holds one object a line or block, or a folder of like things, which is a table for the user.</summary>
public abstract class TableEntry : CatalogEntry
{
    private protected TableEntry(ProcKind kind, string pattern, string description)
        : base(kind, pattern, description)
    {
    }

    /// <summary>Whether it is a folder of like things: a folder for the kernel, a table for the user.</summary>
    public bool IsFolder => Kind == ProcKind.Directory;

    /// <summary>Reads the rows and hands each over, until one is answered with false.</summary>
    internal abstract void ReadRows(ProcSource source, Func<object, bool> emit);

    /// <summary>The row of this name; null where there is none.</summary>
    internal abstract object? Find(ProcSource source, string name);

    /// <summary>The name of a row; later rows may have the same.</summary>
    internal abstract string NameOf(object row);

    /// <summary>Opens what a row stands for.</summary>
    internal abstract Stream OpenContent(object row, ProcRoot root, string path);
}
