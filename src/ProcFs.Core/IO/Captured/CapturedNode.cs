using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>
/// A file, folder or link of a capture. Names are resolved in the capture alone: ".." stops at its root, and a link to a path outside of it leads nowhere. The
/// children and contents of a capture that is a folder are read when they are first needed.
/// </summary>
internal sealed class CapturedNode
{
    // MAXSYMLINKS of include/linux/namei.h.
    private const int MostLinks = 40;

    private readonly Lock _lock = new();
    private readonly ICapturedFolder? _source;
    private Dictionary<string, CapturedNode>? _children;
    private ReadOnlyMemory<byte>? _content;

    private CapturedNode(CapturedNode? parent, string name, FileKind kind, ICapturedFolder? source)
    {
        Parent = parent;
        Name = name;
        Kind = kind;
        _source = source;
    }

    /// <summary>The folder that it is in; null for the root.</summary>
    public CapturedNode? Parent { get; private set; }

    /// <summary>The name, with one character for each byte.</summary>
    public string Name { get; }

    public FileKind Kind { get; }

    /// <summary>The permission bits.</summary>
    public int Mode { get; set; }

    /// <summary>What is known of files that the capture does not hold; of the root alone.</summary>
    public CapturedAnswers? Answers { get; set; }

    /// <summary>The content of a file, or the target of a link.</summary>
    public ReadOnlySpan<byte> Content => Load().Span;

    /// <summary>The root folder of a capture in memory.</summary>
    public static CapturedNode InMemory() => new(null, "", FileKind.Directory, null) { _children = [] };

    /// <summary>The root folder of a capture that is a folder.</summary>
    public static CapturedNode Of(ICapturedFolder folder) => new(null, "", FileKind.Directory, folder);

    /// <summary>Adds or replaces a child.</summary>
    public CapturedNode Add(string name, FileKind kind, ReadOnlyMemory<byte> content, int mode)
    {
        var child = new CapturedNode(this, name, kind, null) { _content = content, Mode = mode, _children = kind == FileKind.Directory ? [] : null };
        Children()[name] = child;
        return child;
    }

    /// <summary>The folder with this name, created if there is none.</summary>
    public CapturedNode Folder(string name) =>
        Children().TryGetValue(name, out CapturedNode? known) && known.Kind == FileKind.Directory ? known : Add(name, FileKind.Directory, default, Statx.ReadableFolder);

    /// <summary>The children of a folder, by name.</summary>
    public Dictionary<string, CapturedNode> Children()
    {
        lock (_lock)
        {
            return _children ??= _source is null || Kind != FileKind.Directory ? [] : ListChildren(_source);
        }
    }

    /// <summary>Makes the folder the root of a tree of its own.</summary>
    public CapturedNode Detach()
    {
        Parent = null;
        return this;
    }

    /// <summary>The node at a path, which is NUL-terminated; null and the error if there is none.</summary>
    public CapturedNode? Find(ReadOnlySpan<byte> path, bool followLink, out Errno error)
    {
        int links = 0;
        return Find(path.TrimEnd((byte)0), followLink, ref links, out error);
    }

    /// <summary>Reads from a position of the content.</summary>
    public Errno Read(Span<byte> buffer, long position, out int count)
    {
        count = 0;
        if (Kind == FileKind.Directory)
        {
            return Errno.EISDIR;
        }

        ReadOnlySpan<byte> content = Content;
        if (position < content.Length)
        {
            ReadOnlySpan<byte> rest = content[(int)position..];
            count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
        }

        return Errno.None;
    }

    /// <summary>Reads the target of the link <paramref name="name"/>.</summary>
    public Errno ReadLink(ReadOnlySpan<byte> name, Span<byte> buffer, out int length)
    {
        length = 0;
        CapturedNode? link = Find(name, followLink: false, out Errno error);
        return link is null ? error : link.Kind == FileKind.Link ? link.Read(buffer, 0, out length) : Errno.EINVAL;
    }

    /// <summary>The attributes of the node at a path. For a link out of the capture they are those that were recorded of its target.</summary>
    public Errno Stat(ReadOnlySpan<byte> name, bool followLink, out Statx result)
    {
        result = default;
        CapturedNode? node = Find(name, followLink: false, out Errno error);
        if (node is null)
        {
            return Root.Answers?.Stat(PathOf(name), out result) == true ? Errno.None : error;
        }

        if (followLink && node.Kind == FileKind.Link)
        {
            if (Root.Answers?.Stat(node.Path, out result) == true)
            {
                return Errno.None;
            }

            node = Find(name, followLink: true, out error);
            if (node is null)
            {
                return error;
            }
        }

        result = node.Attributes();
        return Errno.None;
    }

    /// <summary>The path under the root.</summary>
    public string Path => Parent is null ? "" : Parent.Parent is null ? Name : $"{Parent.Path}/{Name}";

    public override string ToString() => DisplayText.Escape(Path);

    internal static string NameOf(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    private CapturedNode Root => Parent?.Root ?? this;

    private CapturedNode? Find(ReadOnlySpan<byte> path, bool followLink, ref int links, out Errno error)
    {
        error = Errno.None;
        if (path is [(byte)'/', ..])
        {
            error = Errno.ENOENT;
            return null;
        }

        CapturedNode node = this;
        while (!path.IsEmpty)
        {
            int end = path.IndexOf((byte)'/');
            ReadOnlySpan<byte> segment = end < 0 ? path : path[..end];
            path = end < 0 ? default : path[(end + 1)..];
            if (node.Step(segment, out error) is not { } next)
            {
                error = node.ErrorFor(segment, path, error);
                return null;
            }

            if (next.Kind == FileKind.Link && (followLink || !path.IsEmpty))
            {
                next = next.Follow(ref links, out error);
                if (next is null)
                {
                    return null;
                }
            }

            node = next;
        }

        return node;
    }

    private CapturedNode? Step(ReadOnlySpan<byte> segment, out Errno error)
    {
        error = Errno.None;
        switch (segment)
        {
            case [] or [(byte)'.']:
                return this;
            case [(byte)'.', (byte)'.']:
                return Parent ?? this;
        }

        if (Kind != FileKind.Directory)
        {
            error = Errno.ENOTDIR;
            return null;
        }

        if (Children().TryGetValue(NameOf(segment), out CapturedNode? child))
        {
            return child;
        }

        error = Errno.ENOENT;
        return null;
    }

    private CapturedNode? Follow(ref int links, out Errno error)
    {
        if (++links > MostLinks)
        {
            error = Errno.ELOOP;
            return null;
        }

        return Parent!.Find(Content, followLink: true, ref links, out error);
    }

    // The manifest tells what the caller of the capture was denied.
    private Errno ErrorFor(ReadOnlySpan<byte> segment, ReadOnlySpan<byte> rest, Errno error) => error == Errno.ENOENT && Root.Answers is { } answers
        ? answers.ErrorOf(rest.IsEmpty ? PathOf(segment) : $"{PathOf(segment)}/{NameOf(rest)}")
        : error;

    private string PathOf(ReadOnlySpan<byte> name)
    {
        string text = NameOf(name.TrimEnd((byte)0));
        return Parent is null ? text : $"{Path}/{text}";
    }

    private Statx Attributes() => new()
    {
        Mode = (ushort)((int)Kind | Mode),
        Size = Kind == FileKind.Directory ? 0 : (ulong)Load().Length,
        LinkCount = 1,
        Inode = (ulong)(uint)System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this) + 1,
    };

    private ReadOnlyMemory<byte> Load()
    {
        lock (_lock)
        {
            return _content ??= _source?.ReadContent(Path, Kind) ?? default;
        }
    }

    private Dictionary<string, CapturedNode> ListChildren(ICapturedFolder source)
    {
        var children = new Dictionary<string, CapturedNode>();
        foreach ((string name, FileKind kind, int mode) in source.List(Path))
        {
            children[name] = new CapturedNode(this, name, kind, source) { Mode = mode };
        }

        return children;
    }
}
