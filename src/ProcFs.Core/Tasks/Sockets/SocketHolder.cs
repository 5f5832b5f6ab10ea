using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The sockets that a process holds, and the network namespaces that it is in and has open.</summary>
internal sealed class SocketHolder
{
    private SocketHolder(int processId) => ProcessId = processId;

    public int ProcessId { get; }

    /// <summary>The full name; empty if it holds no socket.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The inode of each socket that it holds, with the descriptor.</summary>
    public List<(ulong Inode, int Number)> Sockets { get; } = [];

    /// <summary>The network namespaces that it has open, with the descriptor.</summary>
    public List<(ulong Inode, int Number)> OpenNamespaces { get; } = [];

    /// <summary>Its network namespace; null if access is denied.</summary>
    public ulong? NetworkNamespace { get; private set; }

    /// <summary>
    /// The inode of its <c>net/dev</c>, which is the same for all processes of a network namespace and needs no privilege to read; null if it has none. Source:
    /// proc_alloc_inum() of fs/proc/generic.c.
    /// </summary>
    public ulong? NetworkFile { get; private set; }

    /// <summary>Its mount namespace; null if access is denied.</summary>
    public ulong? MountNamespace { get; private set; }

    /// <summary>Reads them for a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="readsDescriptors">Whether to read its descriptors.</param>
    /// <param name="emit">Receives the result, even if access to the descriptors is denied.</param>
    public static Errno Read(ProcessDirectory process, bool readsDescriptors, Action<SocketHolder> emit)
    {
        var holder = new SocketHolder(process.ProcessId)
        {
            NetworkNamespace = NamespaceOf(process, "ns/net\0"u8, "net:["u8),
            MountNamespace = process.Root.IsLive ? NamespaceOf(process, "ns/mnt\0"u8, "mnt:["u8) : null,
        };
        if (holder.NetworkNamespace is null && process.Root.KnowsTargets)
        {
            holder.NetworkFile = FileOf(process);
        }

        Errno error = readsDescriptors ? holder.ReadDescriptors(process) : Errno.None;
        holder.ProcessName = holder.Sockets.Count > 0 ? ProcessIdentity.ReadName(process) ?? "" : "";
        emit(holder);
        return error;
    }

    /// <summary>The inode of the network namespace of a process; null if access is denied.</summary>
    public static ulong? NamespaceOf(ProcessDirectory process) => NamespaceOf(process, "ns/net\0"u8, "net:["u8);

    /// <summary>The inode of its <c>net/dev</c>; null if it has none.</summary>
    public static ulong? FileOf(ProcessDirectory process) =>
        process.Handle.Stat("net/dev\0"u8, followLink: true, out Statx file) == Errno.None ? file.Inode : null;

    /// <summary>The inode in a link such as <c>socket:[1234]</c>.</summary>
    public static bool TryInode(ReadOnlySpan<byte> link, ReadOnlySpan<byte> prefix, out ulong inode)
    {
        inode = 0;
        return link.StartsWith(prefix) && link.EndsWith("]"u8) && Number.TryUInt64(link[prefix.Length..^1], out inode);
    }

    private static ulong? NamespaceOf(ProcessDirectory process, ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix) =>
        ReadLink(process, process.Handle.File, name) == Errno.None && TryInode(process.Scope.File.Bytes, prefix, out ulong inode) ? inode : null;

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

            Errno denied = ReadLink(process, folder.File, folder.TerminatedName);
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

    private static Errno ReadLink(ProcessDirectory process, OpenFile directory, ReadOnlySpan<byte> name) =>
        process.Root.IsLive ? process.Scope.File.ReadLink(directory, name) : process.Scope.File.ReadCapturedLink(directory, name);
}
