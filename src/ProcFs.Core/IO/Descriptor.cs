using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// An open file descriptor of this process. A descriptor of <c>/proc/&lt;pid&gt;</c> never refers to another process, so that data read relative to it is
/// consistent.
/// </summary>
internal sealed class Descriptor : SafeHandle
{
    // The mode of a new file until its own mode is set: 0600.
    private const int OwnerOnly = 0x180;

    private Descriptor(int number)
        : base(-1, ownsHandle: true) => SetHandle(number);

    public override bool IsInvalid => handle == -1;

    public int Number => (int)handle;

    /// <summary>Opens <paramref name="name"/> relative to <paramref name="directory"/>; null and the error on failure.</summary>
    public static Descriptor? Open(Descriptor? directory, ReadOnlySpan<byte> name, OpenFlags flags, out Errno error)
    {
        int number = OpenNumber(directory?.Number ?? Libc.AT_FDCWD, name, flags, out error);
        return number < 0 ? null : new Descriptor(number);
    }

    /// <inheritdoc cref="Open(Descriptor?, ReadOnlySpan{byte}, OpenFlags, out Errno)"/>
    public static Descriptor? Open(Descriptor? directory, string name, OpenFlags flags, out Errno error)
    {
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        return Open(directory, bytes.Terminated, flags, out error);
    }

    /// <summary>The bare open call: <paramref name="name"/> is NUL-terminated, and the caller closes the number.</summary>
    public static unsafe int OpenNumber(int directory, ReadOnlySpan<byte> name, OpenFlags flags, out Errno error)
    {
        fixed (byte* path = name)
        {
            while (true)
            {
                OwnDescriptors.BeginOpen();
                int number = Libc.openat(directory, path, flags | OpenFlags.CloseOnExec, OwnerOnly);
                error = number < 0 ? Libc.LastError : Errno.None;
                OwnDescriptors.EndOpen(number);
                if (error != Errno.EINTR)
                {
                    return number;
                }
            }
        }
    }

    /// <summary>Opens a socket; null and the error where that fails.</summary>
    public static Descriptor? OpenSocket(int family, int type, int protocol, out Errno error)
    {
        OwnDescriptors.BeginOpen();
        int number = Libc.socket(family, type | Libc.SOCK_CLOEXEC, protocol);
        error = number < 0 ? Libc.LastError : Errno.None;
        OwnDescriptors.EndOpen(number);
        return number < 0 ? null : new Descriptor(number);
    }

    /// <summary>Opens the file of a handle (name_to_handle_at(2)), on any mount of its file system; null if that fails.</summary>
    public static unsafe Descriptor? OpenHandle(Descriptor mount, byte* handle)
    {
        OwnDescriptors.BeginOpen();
        int number = Libc.open_by_handle_at(mount.Number, handle, OpenFlags.Path | OpenFlags.CloseOnExec);
        OwnDescriptors.EndOpen(number);
        return number < 0 ? null : new Descriptor(number);
    }

    /// <summary>Closes a number that <see cref="OpenNumber"/> gave.</summary>
    public static bool CloseNumber(int number)
    {
        OwnDescriptors.BeginClose(number);
        bool isClosed = Libc.close(number) == 0;
        OwnDescriptors.EndClose();
        return isClosed;
    }

    /// <summary>The statx(2) data of <paramref name="name"/>, which is NUL-terminated.</summary>
    public unsafe Errno Stat(ReadOnlySpan<byte> name, bool followLink, out Statx result)
    {
        int flags = (followLink ? 0 : Libc.AT_SYMLINK_NOFOLLOW) | (name.Length <= 1 ? Libc.AT_EMPTY_PATH : 0);
        fixed (byte* path = name)
        {
            return Libc.statx(Number, path, flags, Libc.STATX_USED, out result) < 0 ? Libc.LastError : Errno.None;
        }
    }

    /// <summary>All statx(2) data of the open file itself.</summary>
    public unsafe Errno StatSelf(out Statx result)
    {
        byte empty = 0;
        return Libc.statx(Number, &empty, Libc.AT_EMPTY_PATH, Libc.STATX_BASIC_STATS, out result) < 0 ? Libc.LastError : Errno.None;
    }

    /// <summary>Reads at an offset as much as one call returns; nothing at the end.</summary>
    public unsafe Errno ReadAt(Span<byte> buffer, long offset, out int length)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                length = (int)Libc.pread(Number, start, buffer.Length, offset);
                Errno error = length < 0 ? Libc.LastError : Errno.None;
                if (error != Errno.EINTR)
                {
                    return error;
                }
            }
        }
    }

    /// <summary>The magic number of its file system; 0 if it is unknown.</summary>
    public unsafe long FileSystemType()
    {
        long* buffer = stackalloc long[32];
        return Libc.fstatfs(Number, buffer) < 0 ? 0 : buffer[0];
    }

    protected override bool ReleaseHandle() => CloseNumber(Number);
}
