using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>A file whose lines are objects, or a folder of like things: its rows are its children.</summary>
internal sealed class TableNode(NodePath path) : ProcNode(path), IContainerNode, IReadableNode
{
    public override ProcKind Kind => Entry.IsFolderOfRows ? ProcKind.Directory : ProcKind.Table;

    public bool EndsEntriesWithNul => Entry.EndsEntriesWithNul;

    private CatalogEntry Entry => NodePath.Entry!;

    public Stream OpenRead() => Kind == ProcKind.Table
        ? IO.ProcStream.OpenRead(NodePath.Root, RelativePath)
        : throw new ProcException(ProcErrorKind.NotSupported, Path, $"{Path}: a folder has no content.");

    public void ReadChildren(Wildcard? filter, Action<ProcNode> emit, Action<ProcException> report, CancellationToken cancellation)
    {
        var names = new RowNames();
        Read(report, row =>
        {
            cancellation.ThrowIfCancellationRequested();
            string name = names.MakeUnique(Entry.NameOf!(row));
            if (filter is null || filter.IsMatch(name.AsSpan()))
            {
                emit(new RowNode(NodePath.Row(name), Entry, row));
            }
        });
    }

    /// <summary>The row of this name; null where there is none.</summary>
    public ProcNode? FindRow(string name)
    {
        var names = new RowNames();
        try
        {
            Read(_ => { }, row =>
            {
                if (names.MakeUnique(Entry.NameOf!(row)) == name)
                {
                    throw new FoundException(row);
                }
            });
        }
        catch (FoundException found)
        {
            return new RowNode(NodePath.Row(name), Entry, found.Row);
        }

        return null;
    }

    private protected override string? ReadValue() => IsLink ? NodePath.ReadLink(RelativePath) : null;

    private void Read(Action<ProcException> report, Action<object> emit)
    {
        using ProcessDirectory? process = NodePath.OpenProcess();
        bool any = false;
        ProcException? failure = null;
        try
        {
            Entry.ReadRows!(NodePath.Source(process, report), row =>
            {
                any = true;
                emit(row);
            });
        }
        catch (ProcException error) when (!any && error.Kind is (ProcErrorKind.NotFound or ProcErrorKind.AccessDenied))
        {
            failure = error;
        }

        using ProcessDirectory? thread = any ? null : process?.OpenLivingThread();
        if (thread is not null)
        {
            Entry.ReadRows!(NodePath.Source(thread, report), emit);
        }
        else if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>Ends the reading once the row is found.</summary>
    private sealed class FoundException(object row) : Exception
    {
        public object Row => row;
    }
}
