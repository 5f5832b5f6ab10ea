using ProcFs.Interop;

namespace ProcFs.Tree;

/// <summary>Creates the node of a path from its catalog entry and the file system.</summary>
internal static class NodeFactory
{
    public static ProcNode Create(NodePath path)
    {
        CatalogEntry? entry = path.Entry;
        switch (path.Segments)
        {
            case []:
                return new RootNode(path);
            case ["self" or "thread-self"] when path.ProcessId is null:
                return new DirectoryNode(path);
            case ["self"]:
                return new ProcessNode(path);
            case ["thread-self"]:
                return new ThreadNode(path);
            case ["net"]:
                return new DirectoryNode(path);
            default:
                return Create(path, entry);
        }
    }

    private static ProcNode Create(NodePath path, CatalogEntry? entry)
    {
        // A pattern such as sys/** matches folders and their contents.
        ProcKind kind = path.FileKind switch
        {
            FileKind.Directory when entry?.Kind is not (ProcKind.Process or ProcKind.Thread) => ProcKind.Directory,
            FileKind.Link when path.Segments.Length > 1 => ProcKind.Link,
            FileKind.Regular when entry?.Kind == ProcKind.Directory => ProcKind.Text,
            _ => entry?.Kind ?? (path.IsLink ? ProcKind.Link : ProcKind.Text),
        };
        return kind switch
        {
            ProcKind.Process => new ProcessNode(path),
            ProcKind.Thread => new ThreadNode(path),
            ProcKind.Directory when entry is TableEntry { IsFolder: true } folder => new TableNode(path, folder),
            ProcKind.Table when entry is TableEntry table => new TableNode(path, table),
            ProcKind.Directory => new DirectoryNode(path),
            ProcKind.Parameter when entry is ParameterEntry parameter => new ParameterNode(path, parameter),
            ProcKind.Link => new LinkNode(path),
            _ => new FileNode(path, entry, kind),
        };
    }
}
