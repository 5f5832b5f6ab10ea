using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Recovery;

/// <summary>
/// Copies the content of an open file inside the kernel. Holes are preserved, and the file can be larger than memory or still growing: the caller determines how
/// much is copied.
/// </summary>
internal sealed class FileCopy(Descriptor from, Descriptor to, Action<long> progress, CancellationToken cancellation)
{
    // Cancellation and progress are checked between steps.
    private const int Step = 8 * 1024 * 1024;

    private bool _isCopyRangeRefused;
    private long _cutAt = long.MaxValue;

    /// <summary>Copies the first bytes; returns the error on failure.</summary>
    /// <param name="length">The number of bytes.</param>
    /// <param name="copied">The number of bytes copied, which is smaller if the file was truncated meanwhile.</param>
    public Errno Copy(long length, out long copied)
    {
        copied = 0;
        long position = 0;
        while (position < length && _cutAt == long.MaxValue)
        {
            (long data, long hole) = NextData(position, length);
            Errno failure = CopyData(data, hole);
            if (failure != Errno.None)
            {
                return failure;
            }

            position = hole;
            progress(position);
        }

        if (from.StatSelf(out Statx now) == Errno.None)
        {
            _cutAt = Math.Min(_cutAt, (long)now.Size);
        }

        // A hole at the end has no bytes that would extend the file.
        copied = Math.Min(length, _cutAt);
        return Libc.ftruncate(to.Number, copied) < 0 ? Libc.LastError : Errno.None;
    }

    /// <summary>Flushes the copy to disk range by range, because a single sync of all of it could not be interrupted.</summary>
    public Errno Sync(long length)
    {
        const long Range = 8 * Step;
        for (long start = 0; start < length; start += Range)
        {
            cancellation.ThrowIfCancellationRequested();

            // Not all file systems support it; fsync writes the rest.
            _ = Libc.sync_file_range(to.Number, start, Range, Libc.SYNC_FILE_RANGE_WRITE_AND_WAIT);
        }

        cancellation.ThrowIfCancellationRequested();
        return Libc.fsync(to.Number) < 0 ? Libc.LastError : Errno.None;
    }

    // The next range with data; both are the end if only a hole is left.
    private (long Data, long Hole) NextData(long position, long end)
    {
        long data = Libc.lseek(from.Number, position, Libc.SEEK_DATA);
        if (data < 0)
        {
            // ENXIO: no more data. Any other error: a file system without support for holes, where everything is data.
            data = Libc.LastError == Errno.ENXIO ? end : position;
        }

        data = Math.Min(data, end);
        long hole = data == end ? end : Libc.lseek(from.Number, data, Libc.SEEK_HOLE);
        return (data, hole <= data ? end : Math.Min(hole, end));
    }

    private Errno CopyData(long start, long end)
    {
        while (start < end)
        {
            cancellation.ThrowIfCancellationRequested();
            nint count = CopyStep(start, (nint)Math.Min(end - start, Step), out Errno error);
            if (error == Errno.EINTR)
            {
                continue;
            }

            if (error != Errno.None)
            {
                return error;
            }

            if (count == 0)
            {
                _cutAt = start;
                return Errno.None;
            }

            // The disk writes while the next step is copied.
            _ = Libc.sync_file_range(to.Number, start, count, Libc.SYNC_FILE_RANGE_WRITE);
            start += count;
            progress(start);
        }

        return Errno.None;
    }

    private nint CopyStep(long start, nint length, out Errno error)
    {
        nint count;
        if (!_isCopyRangeRefused)
        {
            long source = start, target = start;
            count = Libc.copy_file_range(from.Number, ref source, to.Number, ref target, length, 0);
            error = count < 0 ? Libc.LastError : Errno.None;

            // Refused between some file systems, or copies nothing.
            _isCopyRangeRefused = error is Errno.EXDEV or Errno.EINVAL or Errno.ENOSYS or Errno.EOPNOTSUPP or Errno.EPERM
                || (count == 0 && error == Errno.None);
            if (!_isCopyRangeRefused)
            {
                return count;
            }
        }

        if (Libc.lseek(to.Number, start, Libc.SEEK_SET) < 0)
        {
            error = Libc.LastError;
            return -1;
        }

        long offset = start;
        count = Libc.sendfile(to.Number, from.Number, ref offset, length);
        error = count < 0 ? Libc.LastError : Errno.None;
        return count;
    }
}
