using System.Globalization;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>A folder.</summary>
internal class DirectoryNode(NodePath path) : ProcNode(path), IContainerNode
{
    public override ProcKind Kind => ProcKind.Directory;

    public void ReadChildren(Wildcard? filter, Action<ProcNode> emit, Action<ProcException> report, CancellationToken cancellation)
    {
        foreach ((string name, FileKind kind) in ReadNames(filter))
        {
            cancellation.ThrowIfCancellationRequested();
            emit(NodeFactory.Create(NodePath.Child(name, kind)));
        }
    }

    private protected override string? ReadValue() => IsLink ? NodePath.ReadLink(RelativePath) : null;

    // A wildcard such as */status looks up one name in each process. Listing the folder costs the kernel far more, and no two names in it differ only in case.
    private NodePath? FindOnly(Wildcard? filter) =>
        Kind is ProcKind.Process or ProcKind.Thread && filter is { IsExact: true, Literal: not ("" or "." or "..") and var name } && !name.Contains('/', StringComparison.Ordinal)
            ? NodePath.Find(NodePath.Root, [.. NodePath.Segments, name], Scope, out _)
            : null;

    private List<(string Name, FileKind Kind)> ReadNames(Wildcard? filter)
    {
        if (FindOnly(filter) is { } found)
        {
            return [(found.Name, found.FileKind)];
        }

        using var reader = new DirectoryReader();
        var folder = new NativeName(RelativePath.Length == 0 ? "." : RelativePath, stackalloc byte[NativeName.StackSize]);
        Errno error = reader.Open(NodePath.Root.Handle, folder.Terminated);
        bool listsOwn = NodePath is { Segments: [.., "fdinfo"], Root.OwnProcessId: not null } && NodePath.ProcessId == NodePath.Root.OwnProcessId;
        var numbers = new List<(int Number, FileKind Kind)>();
        var names = new List<(string Name, FileKind Kind)>();
        while (error == Errno.None && reader.Next(out error))
        {
            if ((filter is not null && !filter.IsMatch(reader.Name)) || (listsOwn && Number.TryInt32(reader.Name, out int own) && OwnDescriptors.Contains(own)))
            {
                continue;
            }

            FileKind kind = KindOf(reader);
            if (reader.Name is [>= (byte)'1' and <= (byte)'9', ..] or [(byte)'0'] && Number.TryInt32(reader.Name, out int number))
            {
                numbers.Add((number, kind));
            }
            else
            {
                names.Add((LosslessText.Decode(reader.Name), kind));
            }
        }

        if (error != Errno.None)
        {
            throw NodePath.Failure(error);
        }

        numbers.Sort((one, other) => one.Number.CompareTo(other.Number));
        names.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return [.. numbers.Select(entry => (entry.Number.ToString(CultureInfo.InvariantCulture), entry.Kind)), .. names];
    }

    private static FileKind KindOf(DirectoryReader reader) => reader.Type switch
    {
        EntryType.Directory => FileKind.Directory,
        EntryType.Regular => FileKind.Regular,
        EntryType.Link => FileKind.Link,
        _ => FileKind.Unknown,
    };
}
