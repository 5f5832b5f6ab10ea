using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>
/// The tree of a /proc: every path as a node with the operations that it supports. The drive and the command line are built on it. An instance belongs to one
/// thread.
/// </summary>
public sealed class ProcTree
{
    private readonly ReadScope _scope = new();

    /// <summary>The tree under <paramref name="root"/>.</summary>
    public ProcTree(ProcRoot root) => Root = root;

    /// <summary>The root folder.</summary>
    public ProcRoot Root { get; }

    /// <summary>The node at a path; null if it does not exist, or the path leads through a node without children.</summary>
    /// <param name="path">The path under the root; leading and trailing slashes are ignored. "." and ".." are not accepted, because they could lead out.</param>
    /// <exception cref="ProcException">Access was denied.</exception>
    public ProcNode? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Any(segment => segment is "." or ".."))
        {
            return null;
        }

        if (segments.Length > 1 && RowIn(segments, out ProcNode? row))
        {
            return row;
        }

        if (!LeadsThroughContainers(segments))
        {
            return null;
        }

        var found = NodePath.Find(Root, segments, _scope, out Errno error);
        return error is Errno.EACCES or Errno.EPERM
            ? throw ProcException.FromError(error, Root, path.Trim('/'))
            : found is null ? null : NodeFactory.Create(found);
    }

    /// <summary>The node at a path.</summary>
    /// <exception cref="ProcException">The path does not exist.</exception>
    public ProcNode Get(string path) => Find(path) ?? throw Missing(path);

    private ProcException Missing(string path)
    {
        string first = path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var segment, ..] ? segment : "";
        bool isProcess = first.Length > 0 && first.All(char.IsAsciiDigit) && NodePath.Find(Root, [first], _scope, out _) is null;
        return isProcess && int.TryParse(first, out int id)
            ? ProcException.NoProcess(Root, id)
            : ProcException.FromError(Errno.ENOENT, Root, path);
    }

    // A row of a table is not in the file system: it is looked up in the table. A row of a folder of rows is looked up in the folder.
    private bool RowIn(string[] segments, out ProcNode? row)
    {
        row = null;
        string[] parent = segments[..^1];
        if (Catalog.Find(parent) is not TableEntry entry || !LeadsThroughContainers(parent))
        {
            return false;
        }

        // A pattern such as spl/kstat/** stands for folders too.
        var table = NodePath.Find(Root, parent, _scope, out _);
        if (table is { FileKind: FileKind.Directory } && !entry.IsFolder)
        {
            return false;
        }

        row = table is null ? null : new TableNode(table, entry).FindRow(segments[^1]);
        return true;
    }

    // "self/cwd/etc": the kernel would follow the link out of /proc.
    private bool LeadsThroughContainers(string[] segments)
    {
        for (int length = 1; length < segments.Length; length++)
        {
            string[] parent = segments[..length];
            bool isRootLink = length == 1 && parent[0] is "self" or "thread-self" or "net";
            CatalogEntry? entry = Catalog.Find(parent);
            bool isContainer = isRootLink || entry is not { Kind: not (ProcKind.Process or ProcKind.Thread or ProcKind.Directory) } || entry.Pattern.EndsWith("/**", StringComparison.Ordinal);
            if (!isContainer || (!isRootLink && NodePath.Find(Root, parent, _scope, out _) is { IsLink: true }))
            {
                return false;
            }
        }

        return true;
    }
}
