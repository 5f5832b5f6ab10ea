namespace ProcFs.Tree;

/// <summary>A row of a table, or one of a folder of like things.</summary>
internal sealed class RowNode(NodePath path, CatalogEntry table, object row) : ProcNode(path), IReadableNode
{
    public override ProcKind Kind => ProcKind.Row;

    public bool EndsEntriesWithNul => false;

    public override object GetItem() => row;

    public override object GetListed() => row;

    // In a folder, such as fd, the row is a file of its own: what the descriptor is open on, deleted or not.
    public Stream OpenRead()
    {
        if (!table.IsFolderOfRows)
        {
            throw new ProcException(ProcErrorKind.NotSupported, Path, $"{Path}: a row has no content of its own; read the table.");
        }

        if (row is Namespace)
        {
            throw new ProcException(ProcErrorKind.NotSupported, Path, $"{Path}: a namespace has no content.");
        }

        if (row is MappedFile && !NodePath.Root.IsLive)
        {
            throw ProcException.NoContent(Path, "a mapped");
        }

        if (row is FileDescriptor descriptor)
        {
            if (descriptor.Type is not (FileDescriptorType.File or FileDescriptorType.MemFd))
            {
                throw DescriptorStream.NoFile(Path, descriptor.Type);
            }

            return DescriptorStream.Open(NodePath.Root, descriptor.ProcessId, descriptor.Number);
        }

        return IO.ProcStream.OpenRead(NodePath.Root, RelativePath);
    }
}
