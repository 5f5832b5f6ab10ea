using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Finds the object that a descriptor is open on.</summary>
internal static class DescriptorObjects
{
    // Documentation/admin-guide/devices.txt: the pseudoterminal multiplexor, and Unix98 pseudoterminals.
    private const uint MultiplexorMajor = 5;
    private const uint MultiplexorMinor = 2;
    private const uint TerminalMajor = 136;

    /// <summary>The types of descriptors with such an object.</summary>
    public static IReadOnlyList<FileDescriptorType> Types { get; } =
        [FileDescriptorType.Pipe, FileDescriptorType.Socket, FileDescriptorType.EventFd, FileDescriptorType.Device];

    /// <summary>The object; null if there is none, or it is unknown.</summary>
    public static DescriptorObject? Of(ProcessDirectory process, FileDescriptor descriptor) => descriptor.Number is not { } number ? null : descriptor.Type switch
    {
        FileDescriptorType.Socket => SocketHolder.TryInode(LosslessText.Encode(descriptor.Target), "socket:["u8, out ulong inode)
            ? new DescriptorObject(DescriptorObjectKind.Socket, 0, 0, inode) : null,
        FileDescriptorType.Pipe => OfPipe(process, descriptor.Target, number),
        FileDescriptorType.EventFd => Find(process, number, "eventfd-id"u8) is { } id ? new DescriptorObject(DescriptorObjectKind.EventFd, 0, 0, id) : null,
        FileDescriptorType.Device when descriptor.Target != "/dev/null" => OfTerminal(process, descriptor.Target, number),
        _ => null,
    };

    /// <summary>
    /// The access mode of a descriptor: the permissions of its link, which takes one call, or the flags in a capture. Source: tid_fd_revalidate() of fs/proc/fd.c.
    /// </summary>
    public static FileDescriptorAccess? AccessOf(ProcessDirectory process, int number)
    {
        if (!process.Root.IsLive)
        {
            return process.Scope.File.ReadRecord(process.Handle, process.Scope.NameOf("fdinfo/"u8, number)) == Errno.None
                ? FileDescriptorInfo.Parse(process.Scope.File.Bytes, new ProcSource(process, $"fdinfo/{number}")).Access
                : null;
        }

        return process.Handle.Stat(process.Scope.NameOf("fd/"u8, number), followLink: false, out Statx link) != Errno.None ? null : (link.Mode & 0x180) switch
        {
            0x100 => FileDescriptorAccess.Read,
            0x80 => FileDescriptorAccess.Write,
            0x180 => FileDescriptorAccess.ReadWrite,
            _ => FileDescriptorAccess.None,
        };
    }

    private static DescriptorObject? OfPipe(ProcessDirectory process, string target, int number)
    {
        if (SocketHolder.TryInode(LosslessText.Encode(target), "pipe:["u8, out ulong inode))
        {
            return new DescriptorObject(DescriptorObjectKind.Pipe, 0, 0, inode);
        }

        return Stat(process, number, out Statx file) ? new DescriptorObject(DescriptorObjectKind.Pipe, file.DeviceMajor, file.DeviceMinor, file.Inode) : null;
    }

    private static DescriptorObject? OfTerminal(ProcessDirectory process, string target, int number)
    {
        if (!Stat(process, number, out Statx file))
        {
            return null;
        }

        if (file.SpecialMajor == TerminalMajor)
        {
            return new DescriptorObject(DescriptorObjectKind.Terminal, file.DeviceMajor, file.DeviceMinor, file.SpecialMinor);
        }

        bool isMaster = file is { SpecialMajor: MultiplexorMajor, SpecialMinor: MultiplexorMinor };
        return isMaster && Find(process, number, "tty-index"u8) is { } index && TryFindTerminals(process, target, ref file)
            ? new DescriptorObject(DescriptorObjectKind.TerminalMaster, file.DeviceMajor, file.DeviceMinor, index)
            : null;
    }

    // Each devpts file system counts its terminals from 0. A multiplexor outside of it belongs to the one mounted beside it: devpts_mntget() of fs/devpts/inode.c.
    private static bool TryFindTerminals(ProcessDirectory process, string target, ref Statx file)
    {
        if (target.EndsWith("/pts/ptmx", StringComparison.Ordinal) || target == "/ptmx")
        {
            return true;
        }

        var folder = new NativeName($"root{target[..(target.LastIndexOf('/') + 1)]}pts", stackalloc byte[NativeName.StackSize]);
        return process.Handle.Stat(folder.Terminated, followLink: true, out file) == Errno.None;
    }

    private static bool Stat(ProcessDirectory process, int number, out Statx file)
    {
        file = default;
        return process.Root.IsLive && process.Handle.Stat(process.Scope.NameOf("fd/"u8, number), followLink: true, out file) == Errno.None;
    }

    private static ulong? Find(ProcessDirectory process, int number, ReadOnlySpan<byte> key) =>
        process.Scope.File.ReadRecord(process.Handle, process.Scope.NameOf("fdinfo/"u8, number)) == Errno.None
        && Number.TryUInt64(KeyValues.Find(process.Scope.File.Bytes, key), out ulong value)
            ? value
            : null;
}
