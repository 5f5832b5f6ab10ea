using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>A file: one object where its type is known, else text or bytes.</summary>
internal sealed class FileNode(NodePath path, CatalogEntry? entry, ProcKind kind) : ProcNode(path), IReadableNode
{
    public override ProcKind Kind => kind;

    public bool EndsEntriesWithNul => entry?.EndsEntriesWithNul ?? false;

    public Stream OpenRead() => ProcStream.OpenRead(NodePath.Root, RelativePath);

    public override object GetItem()
    {
        if (entry?.Parse is not { } parse)
        {
            return ToEntry();
        }

        using ProcessDirectory? process = NodePath.OpenProcess();
        try
        {
            return Read(process, parse);
        }
        catch (ProcException error) when (error.Kind is (ProcErrorKind.NotFound or ProcErrorKind.AccessDenied) && process is not null)
        {
            using ProcessDirectory? thread = process.OpenLivingThread();
            if (thread is null)
            {
                throw;
            }

            return Read(thread, parse);
        }
    }

    private object Read(ProcessDirectory? process, RecordParser<object> parse)
    {
        ProcSource source = NodePath.Source(process, error => throw error);
        return parse(source.ReadAll(Scope.File), source);
    }

    private protected override string? ReadValue() => IsLink ? NodePath.ReadLink(RelativePath) : null;

    private protected override string? Describe() => entry?.Description;
}
