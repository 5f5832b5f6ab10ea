using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>A network namespace, and the paths to it.</summary>
internal sealed class NetworkNamespace(ulong? inode)
{
    /// <summary>The inode; null if access is denied.</summary>
    public ulong? Inode => inode;

    /// <summary>The inode of the file <c>net/dev</c> of its members, which identifies it if <see cref="Inode"/> is null.</summary>
    public ulong? File { get; init; }

    /// <summary>The processes in it.</summary>
    public List<int> Members { get; } = [];

    /// <summary>The descriptors and mount points of it: paths below the root.</summary>
    public List<string> Links { get; } = [];

    /// <summary>The network namespace of the caller; null if it cannot be read.</summary>
    public static ulong? Own(ProcRoot root)
    {
        var link = new ReadBuffer(NativeName.StackSize);
        return root.IsLive && link.ReadLink(root.Handle, "thread-self/ns/net") == Errno.None && SocketHolder.TryInode(link.Bytes, "net:["u8, out ulong own) ? own : null;
    }

    /// <summary>The inode of the file <c>net/dev</c> of its members; null if they have ended.</summary>
    public ulong? FileIn(ProcRoot root)
    {
        var scope = new ReadScope();
        foreach (int id in Members)
        {
            using ProcessDirectory? member = OpenMember(root, id, scope);
            if (member is not null && SocketHolder.FileOf(member) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Opens a member; null if it has ended or has changed its namespace.</summary>
    public ProcessDirectory? OpenMember(ProcRoot root, int id, ReadScope scope)
    {
        var member = ProcessDirectory.Open(root, id, scope, out _);
        if (member is not null && root.IsLive && !(Inode is { } known ? SocketHolder.NamespaceOf(member) == known || IsDenied(member) : SocketHolder.FileOf(member) == File))
        {
            member.Dispose();
            return null;
        }

        return member;
    }

    // A member that was found by its file does not show its namespace.
    private static bool IsDenied(ProcessDirectory member) =>
        member.Scope.File.ReadLink(member.Handle, "ns/net") is Errno.EACCES or Errno.EPERM;
}
