using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>A file: one object if its type is known, otherwise text or bytes.</summary>
internal sealed class FileNode(NodePath path, CatalogEntry? entry, ProcKind kind) : ProcNode(path), IReadableNode
{
    public override ProcKind Kind => kind;

    public bool EndsEntriesWithNul => entry?.EndsEntriesWithNul ?? false;

    public Stream OpenRead() => ProcStream.OpenRead(NodePath.Root, RelativePath);

    public override object GetItem()
    {
        if (entry is not RecordEntry record)
        {
            return ToEntry();
        }

        using ProcessDirectory? process = NodePath.OpenProcess();
        return FileReading.Read(
            process,
            from => NodePath.Source(from, error => throw error),
            source => record.Parse(source.ReadAll(Scope.File), source));
    }

    private protected override string? ReadValue() => IsLink ? NodePath.ReadLink(RelativePath) : null;

    private protected override string? Describe() => entry?.Description;
}
