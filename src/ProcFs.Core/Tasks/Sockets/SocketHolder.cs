using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>What a process says about sockets: those that it holds, and the network namespaces that it lives in and holds.</summary>
internal sealed class SocketHolder
{
    private SocketHolder(int processId) => ProcessId = processId;

    public int ProcessId { get; }

    /// <summary>The full name; empty where it holds no socket.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The inode of each socket that it holds, and by which descriptor.</summary>
    public List<(ulong Inode, int Number)> Sockets { get; } = [];

    /// <summary>The network namespaces that it has open, and by which descriptor.</summary>
    public List<(ulong Inode, int Number)> OpenNamespaces { get; } = [];

    /// <summary>The network namespace that it lives in; null where the caller may not know it.</summary>
    public ulong? NetworkNamespace { get; private set; }

    /// <summary>
    /// The inode of its <c>net/dev</c>, which is the same for all processes of a network namespace, and which everybody may look at; null where it has none.
    /// Source: proc_alloc_inum() of fs/proc/generic.c.
    /// </summary>
    public ulong? NetworkFile { get; private set; }

    /// <summary>The mount namespace that it lives in; null where the caller may not know it.</summary>
    public ulong? MountNamespace { get; private set; }

    /// <summary>Reads it of a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="readsDescriptors">Whether its descriptors are looked at.</param>
    /// <param name="emit">Gets it, also where the descriptors may not be read.</param>
    public static Errno Read(ProcessDirectory process, bool readsDescriptors, Action<SocketHolder> emit)
    {
        var holder = new SocketHolder(process.ProcessId)
        {
            NetworkNamespace = NamespaceOf(process, "ns/net\0"u8, "net:["u8),
            MountNamespace = process.Root.IsLive ? NamespaceOf(process, "ns/mnt\0"u8, "mnt:["u8) : null,
        };
        if (holder.NetworkNamespace is null && process.Root.IsLive)
        {
            holder.NetworkFile = FileOf(process);
        }

        Errno error = readsDescriptors ? holder.ReadDescriptors(process) : Errno.None;
        holder.ProcessName = holder.Sockets.Count > 0 ? ProcessIdentity.ReadName(process) ?? "" : "";
        emit(holder);
        return error;
    }

    /// <summary>The inode of the network namespace of a process; null where the caller may not know it.</summary>
    public static ulong? NamespaceOf(ProcessDirectory process) => NamespaceOf(process, "ns/net\0"u8, "net:["u8);

    /// <summary>The inode of its <c>net/dev</c>; null where it has none.</summary>
    public static ulong? FileOf(ProcessDirectory process) =>
        process.Handle.Stat("net/dev\0"u8, followLink: true, out Statx file) == Errno.None ? file.Inode : null;

    /// <summary>The inode in a link such as <c>socket:[1234]</c>.</summary>
    public static bool TryInode(ReadOnlySpan<byte> link, ReadOnlySpan<byte> prefix, out ulong inode)
    {
        inode = 0;
        return link.StartsWith(prefix) && link.EndsWith("]"u8) && Number.TryUInt64(link[prefix.Length..^1], out inode);
    }

    private static ulong? NamespaceOf(ProcessDirectory process, ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix) =>
        ReadLink(process, process.Handle.Number, name) == Errno.None && TryInode(process.Scope.File.Bytes, prefix, out ulong inode) ? inode : null;

    private Errno ReadDescriptors(ProcessDirectory process)
    {
        DirectoryReader folder = process.Scope.Directory;
        Errno error = folder.Open(process.Handle, "fd\0"u8);
        if (error != Errno.None)
        {
            return error;
        }

        bool any = false;
        while (folder.Next(out error))
        {
            any = true;
            if (!Number.TryInt32(folder.Name, out int number))
            {
                continue;
            }

            Errno denied = ReadLink(process, folder.Number, folder.TerminatedName);
            if (denied is Errno.EACCES or Errno.EPERM)
            {
                error = denied;
                break;
            }

            if (denied == Errno.None)
            {
                Take(process.Scope.File.Bytes, number);
            }
        }

        folder.Close();
        return error == Errno.None && !any ? Errno.ENODATA : error;
    }

    private void Take(ReadOnlySpan<byte> link, int number)
    {
        if (TryInode(link, "socket:["u8, out ulong inode))
        {
            Sockets.Add((inode, number));
        }
        else if (TryInode(link, "net:["u8, out inode))
        {
            OpenNamespaces.Add((inode, number));
        }
    }

    private static Errno ReadLink(ProcessDirectory process, int directory, ReadOnlySpan<byte> name) =>
        process.Root.IsLive ? process.Scope.File.ReadLink(directory, name) : process.Scope.File.ReadCapturedLink(directory, name);
}
