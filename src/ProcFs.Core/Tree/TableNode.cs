using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>A file whose lines are objects, or a folder of uniform items: its rows are its children.</summary>
internal sealed class TableNode(NodePath path, TableEntry table) : ProcNode(path), IContainerNode, IReadableNode
{
    public override ProcKind Kind => table.Kind;

    public bool EndsEntriesWithNul => table.EndsEntriesWithNul;

    public Stream OpenRead() => table.IsFolder
        ? throw new ProcException(ProcErrorKind.NotSupported, Path, $"{Path}: a folder has no content.")
        : IO.ProcStream.OpenRead(NodePath.Root, RelativePath);

    public void ReadChildren(Wildcard? filter, Action<ProcNode> emit, Action<ProcException> report, CancellationToken cancellation)
    {
        var names = new RowNames();
        using ProcessDirectory? process = NodePath.OpenProcess();
        FileReading.ReadRows<object>(process, from => NodePath.Source(from, report), table.ReadRows, row =>
        {
            cancellation.ThrowIfCancellationRequested();
            string name = names.MakeUnique(table.NameOf(row));
            if (filter is null || filter.IsMatch(name.AsSpan()))
            {
                emit(new RowNode(NodePath.Row(name), table, row));
            }

            return true;
        });
    }

    /// <summary>The row with this name; null if there is none.</summary>
    public ProcNode? FindRow(string name)
    {
        using ProcessDirectory? process = NodePath.OpenProcess();
        object? row = FindRow(process, name);
        return row is null ? null : new RowNode(NodePath.Row(name), table, row);
    }

    private object? FindRow(ProcessDirectory? process, string name)
    {
        object? row = FileReading.Read(process, from => NodePath.Source(from, _ => { }), source => table.Find(source, name));
        using ProcessDirectory? thread = row is null ? process?.OpenLivingThread() : null;
        return thread is null ? row : table.Find(NodePath.Source(thread, _ => { }), name);
    }

    private protected override string? ReadValue() => IsLink ? NodePath.ReadLink(RelativePath) : null;
}
