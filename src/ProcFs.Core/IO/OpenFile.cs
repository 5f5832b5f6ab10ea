using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// A file, folder or link to read: a descriptor number of this process, or a node of a capture that is kept in memory. For the latter no function of the C library
/// is called, so that captures are readable on systems other than Linux too.
/// </summary>
internal readonly struct OpenFile : IEquatable<OpenFile>
{
    // The mode of a new file until its own mode is set: 0600.
    private const int OwnerOnly = 0x180;

    private readonly int _number;

    private OpenFile(int number, CapturedNode? captured)
    {
        _number = number;
        Captured = captured;
    }

    /// <summary>No file.</summary>
    public static OpenFile None => new(-1, null);

    /// <summary>The folder against which relative names without a directory are resolved.</summary>
    public static OpenFile WorkingDirectory => new(Libc.AT_FDCWD, null);

    /// <summary>The node of a capture; null for a descriptor.</summary>
    public CapturedNode? Captured { get; }

    /// <summary>Whether it is a file.</summary>
    public bool IsOpen => Captured is not null || _number >= 0;

    /// <summary>The descriptor number, for a call that is made only for a live /proc.</summary>
    public int Number => Captured is null ? _number : throw new NotSupportedException($"A capture has no descriptor for {Captured}.");

    /// <summary>The file of a number that this process has opened.</summary>
    public static OpenFile Of(int number) => new(number, null);

    /// <summary>The file of a node of a capture.</summary>
    public static OpenFile Of(CapturedNode node) => new(-1, node);

    /// <summary>Opens <paramref name="name"/>, which is NUL-terminated, relative to <paramref name="directory"/>. The caller closes the result.</summary>
    public static OpenFile Open(OpenFile directory, ReadOnlySpan<byte> name, OpenFlags flags, out Errno error) => directory.Captured is { } folder
        ? OpenCaptured(folder, name, flags, out error)
        : OpenNative(directory._number, name, flags, out error);

    /// <summary>Closes it; false if the kernel reports an error.</summary>
    public bool Close()
    {
        if (Captured is not null || _number < 0)
        {
            return true;
        }

        OwnDescriptors.BeginClose(_number);
        bool isClosed = Libc.close(_number) == 0;
        OwnDescriptors.EndClose();
        return isClosed;
    }

    /// <summary>Reads the bytes after those already read, as many as one call returns; 0 at the end.</summary>
    /// <param name="buffer">Receives the bytes.</param>
    /// <param name="position">The number of bytes already read.</param>
    /// <param name="count">The number of bytes read.</param>
    public unsafe Errno Read(Span<byte> buffer, long position, out int count)
    {
        if (Captured is not null)
        {
            return Captured.Read(buffer, position, out count);
        }

        fixed (byte* start = buffer)
        {
            while (true)
            {
                nint read = Libc.read(_number, start, buffer.Length);
                count = (int)Math.Max(read, 0);
                Errno error = read < 0 ? Libc.LastError : Errno.None;
                if (error != Errno.EINTR)
                {
                    return error;
                }
            }
        }
    }

    /// <summary>Reads at an offset as much as one call returns; nothing at the end.</summary>
    public unsafe Errno ReadAt(Span<byte> buffer, long offset, out int length)
    {
        if (Captured is not null)
        {
            return Captured.Read(buffer, offset, out length);
        }

        fixed (byte* start = buffer)
        {
            while (true)
            {
                length = (int)Libc.pread(_number, start, buffer.Length, offset);
                Errno error = length < 0 ? Libc.LastError : Errno.None;
                if (error != Errno.EINTR)
                {
                    return error;
                }
            }
        }
    }

    /// <summary>Reads the target of the link <paramref name="name"/>, which is NUL-terminated; a full buffer may hold only its start.</summary>
    public unsafe Errno ReadLink(ReadOnlySpan<byte> name, Span<byte> buffer, out int length)
    {
        length = 0;
        if (Captured is not null)
        {
            return Captured.ReadLink(name, buffer, out length);
        }

        fixed (byte* path = name)
        {
            fixed (byte* bytes = buffer)
            {
                nint count = Libc.readlinkat(_number, path, bytes, buffer.Length);
                length = (int)Math.Max(count, 0);
                return count < 0 ? Libc.LastError : Errno.None;
            }
        }
    }

    /// <summary>The statx(2) data of <paramref name="name"/>, which is NUL-terminated; of the file itself if it is empty.</summary>
    /// <param name="name">The name.</param>
    /// <param name="followLink">Whether to follow a link at the end.</param>
    /// <param name="result">The data.</param>
    /// <param name="attributes">STATX_* attributes beyond those that most readers need.</param>
    /// <param name="also">More AT_* flags.</param>
    public unsafe Errno Stat(ReadOnlySpan<byte> name, bool followLink, out Statx result, uint attributes = 0, int also = 0)
    {
        if (Captured is not null)
        {
            return Captured.Stat(name, followLink, out result);
        }

        int flags = also | (followLink ? 0 : Libc.AT_SYMLINK_NOFOLLOW) | (name.Length <= 1 ? Libc.AT_EMPTY_PATH : 0);
        fixed (byte* path = name)
        {
            return Libc.statx(_number, path, flags, Libc.STATX_USED | attributes, out result) < 0 ? Libc.LastError : Errno.None;
        }
    }

    /// <inheritdoc/>
    public bool Equals(OpenFile other) => _number == other._number && ReferenceEquals(Captured, other.Captured);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OpenFile other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_number, Captured);

    private static OpenFile OpenCaptured(CapturedNode folder, ReadOnlySpan<byte> name, OpenFlags flags, out Errno error)
    {
        if (flags.HasFlag(OpenFlags.WriteOnly))
        {
            error = Errno.EROFS;
            return None;
        }

        CapturedNode? node = folder.Find(name, followLink: true, out error);
        return node is null ? None : Of(node);
    }

    private static unsafe OpenFile OpenNative(int directory, ReadOnlySpan<byte> name, OpenFlags flags, out Errno error)
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
                    return Of(number);
                }
            }
        }
    }
}
