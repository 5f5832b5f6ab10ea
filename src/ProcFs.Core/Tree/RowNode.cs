namespace ProcFs.Tree;

/// <summary>A row of a table, or of a folder of uniform items.</summary>
internal sealed class RowNode(NodePath path, TableEntry table, object row) : ProcNode(path), IReadableNode
{
    public override ProcKind Kind => ProcKind.Row;

    public bool EndsEntriesWithNul => false;

    public override object GetItem() => row;

    public override object GetListed() => row;

    public Stream OpenRead() => table.OpenContent(row, NodePath.Root, RelativePath);

    /// <summary>A row that is not a file itself.</summary>
    public static ProcException NoContent(ProcRoot root, string path) =>
        new(ProcErrorKind.NotSupported, root.PathOf(path), $"{root.PathOf(path)}: a row has no content of its own; read the table.");
}
