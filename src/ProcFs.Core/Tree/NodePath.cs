using System.Globalization;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>The location of a node: the root, the segments below it, and the catalog entry.</summary>
internal sealed class NodePath
{
    private int? _processId;
    private bool _processIdIsKnown;

    private NodePath(ProcRoot root, string[] segments, ReadScope scope)
    {
        Root = root;
        Segments = segments;
        Scope = scope;
        Entry = Catalog.Find(segments);
    }

    public ProcRoot Root { get; }

    public string[] Segments { get; }

    public ReadScope Scope { get; }

    public CatalogEntry? Entry { get; }

    /// <summary>The last part; a slash for the root.</summary>
    public string Name => Segments.Length == 0 ? "/" : Segments[^1];

    public string Relative => string.Join('/', Segments);

    public string FullPath => Root.PathOf(Relative);

    /// <summary>The file type of the path: of the link itself, not of its target.</summary>
    public required FileKind FileKind { get; init; }

    /// <summary>Permission bits.</summary>
    public required int Mode { get; init; }

    public bool IsLink => FileKind == FileKind.Link;

    /// <summary>The process of the path; <c>self</c> and <c>thread-self</c> are resolved.</summary>
    public int? ProcessId
    {
        get
        {
            if (!_processIdIsKnown)
            {
                _processId = FindProcessId();
                _processIdIsKnown = true;
            }

            return _processId;
        }
    }

    /// <summary>The path of an existing node, according to the file system; null if it does not exist.</summary>
    public static NodePath? Find(ProcRoot root, string[] segments, ReadScope scope, out Errno error)
    {
        var name = new NativeName(segments.Length == 0 ? "." : string.Join('/', segments), stackalloc byte[NativeName.StackSize]);
        error = root.Handle.Stat(name.Terminated, followLink: false, out Statx file);
        return error == Errno.None ? new NodePath(root, segments, scope) { FileKind = file.Kind, Mode = file.Mode } : null;
    }

    /// <summary>The path of a child that a listing has found.</summary>
    public NodePath Child(string name, FileKind kind) =>
        new(Root, [.. Segments, name], Scope) { FileKind = kind, Mode = 0, _processId = _processId, _processIdIsKnown = _processIdIsKnown && _processId is not null };

    /// <summary>The path of a row, which need not be in the file system.</summary>
    public NodePath Row(string name) => Child(name, FileKind.Unknown);

    /// <summary>Opens the process or thread of the path; null for a path of the machine.</summary>
    /// <exception cref="ProcException">Reads the sockets of network namespaces, each through a process in it, or by entering it.</exception>
    public ProcessDirectory? OpenProcess()
    {
        if (ProcessId is not { } processId)
        {
            return null;
        }

        var process = ProcessDirectory.Open(Root, processId, Scope, out Errno error);
        if (process is not null && ThreadId is { } threadId)
        {
            using ProcessDirectory whole = process;
            process = whole.OpenThread(threadId, out error);
        }

        return process ?? throw Failure(error);
    }

    /// <summary>The file at the path, read through its process.</summary>
    public ProcSource Source(ProcessDirectory? process, Action<ProcException> report) => process is null
        ? new ProcSource(Root, Relative, Scope) { Report = report }
        : new ProcSource(process, NameInProcess) { Report = report };

    private string NameInProcess => string.Join('/', Segments.Skip(Segments switch
    {
        ["net" or "mounts", ..] => 0,
        ["thread-self", ..] => 1,
        [_, "task", _, ..] => 3,
        _ => 1,
    }));

    /// <summary>The thread of the path; null for a path of the process as a whole.</summary>
    private int? ThreadId => Segments switch
    {
        ["thread-self", ..] => NumberIn(ReadLink("thread-self"), 2),
        [_, "task", var id, ..] when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int threadId) => threadId,
        _ => null,
    };

    /// <summary>A failure to read the path.</summary>
    public ProcException Failure(Errno error) => ProcException.FromError(error, Root, Relative);

    /// <summary>The target of a link; null if it cannot be read.</summary>
    public string? ReadLink(string relative) => ReadLink(relative, out _);

    /// <inheritdoc cref="ReadLink(string)"/>
    public string? ReadLink(string relative, out Errno error)
    {
        error = Scope.Identity.ReadLink(Root.Handle, relative);
        return error == Errno.None ? LosslessText.Decode(Scope.Identity.Bytes) : null;
    }

    /// <summary>The target of the link at the path. If the first thread of a process has exited, the links of its other threads still work.</summary>
    public string? ReadTarget(out Errno error)
    {
        if (ReadLink(Relative, out error) is { } target)
        {
            return target;
        }

        using ProcessDirectory? process = ProcessId is { } id && ThreadId is null ? ProcessDirectory.Open(Root, id, Scope, out _) : null;
        using ProcessDirectory? thread = process?.OpenLivingThread();
        if (thread is null)
        {
            return null;
        }

        error = Scope.Identity.ReadLink(thread.Handle, NameInProcess);
        return error == Errno.None ? LosslessText.Decode(Scope.Identity.Bytes) : null;
    }

    private int? FindProcessId() => Segments switch
    {
        [("self" or "thread-self") and var own, ..] => NumberIn(ReadLink(own), 0) ?? IdIn(own),
        ["net" or "mounts", ..] => NumberIn(ReadLink("self"), 0),
        [var first, ..] when int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int id) => id,
        _ => null,
    };

    // A capture that was made by following links has a folder instead.
    private int? IdIn(string folder) =>
        Scope.Identity.ReadFile(Root.Handle, $"{folder}/stat") == Errno.None && StatLine.TryParse(Scope.Identity.Bytes, out StatLine line) ? line.Id : null;

    // The target of thread-self is "1234/task/1240".
    private static int? NumberIn(string? target, int index) =>
        target?.Split('/') is { } parts && index < parts.Length
        && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
