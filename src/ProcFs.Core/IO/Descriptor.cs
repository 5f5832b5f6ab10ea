using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// An open file descriptor of this process, or a node of a capture. A descriptor of <c>/proc/&lt;pid&gt;</c> never refers to another process, so that data read
/// relative to it is consistent.
/// </summary>
internal sealed class Descriptor : SafeHandle
{
    private static readonly nint s_captured = 0;

    private Descriptor(OpenFile file)
        : base(-1, ownsHandle: true)
    {
        File = file;
        SetHandle(file.Captured is null ? file.Number : s_captured);
    }

    public override bool IsInvalid => handle == -1;

    /// <summary>The file, to read relative to it.</summary>
    public OpenFile File { get; }

    /// <summary>The descriptor number, for a call that is made only for a live /proc.</summary>
    public int Number => File.Number;

    /// <summary>A folder of a capture.</summary>
    public static Descriptor Of(CapturedNode folder) => new(OpenFile.Of(folder));

    /// <summary>Opens <paramref name="name"/> relative to <paramref name="directory"/>; null and the error on failure.</summary>
    public static Descriptor? Open(Descriptor? directory, ReadOnlySpan<byte> name, OpenFlags flags, out Errno error)
    {
        var file = OpenFile.Open(directory?.File ?? OpenFile.WorkingDirectory, name, flags, out error);
        return file.IsOpen ? new Descriptor(file) : null;
    }

    /// <inheritdoc cref="Open(Descriptor?, ReadOnlySpan{byte}, OpenFlags, out Errno)"/>
    public static Descriptor? Open(Descriptor? directory, string name, OpenFlags flags, out Errno error)
    {
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        return Open(directory, bytes.Terminated, flags, out error);
    }

    /// <summary>Opens a socket; null and the error where that fails.</summary>
    public static Descriptor? OpenSocket(int family, int type, int protocol, out Errno error)
    {
        OwnDescriptors.BeginOpen();
        int number = Libc.socket(family, type | Libc.SOCK_CLOEXEC, protocol);
        error = number < 0 ? Libc.LastError : Errno.None;
        OwnDescriptors.EndOpen(number);
        return number < 0 ? null : new Descriptor(OpenFile.Of(number));
    }

    /// <summary>Opens the file of a handle (name_to_handle_at(2)), on any mount of its file system; null if that fails.</summary>
    public static unsafe Descriptor? OpenHandle(Descriptor mount, byte* handle)
    {
        OwnDescriptors.BeginOpen();
        int number = Libc.open_by_handle_at(mount.Number, handle, OpenFlags.Path | OpenFlags.CloseOnExec);
        OwnDescriptors.EndOpen(number);
        return number < 0 ? null : new Descriptor(OpenFile.Of(number));
    }

    /// <summary>The statx(2) data of <paramref name="name"/>, which is NUL-terminated.</summary>
    public Errno Stat(ReadOnlySpan<byte> name, bool followLink, out Statx result) => File.Stat(name, followLink, out result);

    /// <summary>All statx(2) data of the open file itself.</summary>
    public unsafe Errno StatSelf(out Statx result)
    {
        byte empty = 0;
        return Libc.statx(Number, &empty, Libc.AT_EMPTY_PATH, Libc.STATX_BASIC_STATS, out result) < 0 ? Libc.LastError : Errno.None;
    }

    /// <summary>Reads at an offset as much as one call returns; nothing at the end.</summary>
    public Errno ReadAt(Span<byte> buffer, long offset, out int length) => File.ReadAt(buffer, offset, out length);

    /// <summary>The magic number of its file system; 0 if it is unknown.</summary>
    public unsafe long FileSystemType()
    {
        long* buffer = stackalloc long[32];
        return Libc.fstatfs(Number, buffer) < 0 ? 0 : buffer[0];
    }

    protected override bool ReleaseHandle() => File.Close();
}
