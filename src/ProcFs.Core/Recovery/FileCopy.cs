using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Recovery;

/// <summary>
/// Copies the content of an open file inside the kernel. Holes stay holes, and the file may be larger than memory or still
/// growing: what is copied is told by the caller.
/// </summary>
internal sealed class FileCopy(Descriptor from, Descriptor to, Action<long> progress, CancellationToken cancellation)
{
    // Ctrl-C and the progress are looked at between steps.
    private const int Step = 8 * 1024 * 1024;

    private bool _isCopyRangeRefused;

    /// <summary>Copies the bytes between two offsets; the error where that fails.</summary>
    public Errno Copy(long start, long end)
    {
        long position = start;
        while (position < end)
        {
            long data = Libc.lseek(from.Number, position, Libc.SEEK_DATA);
            if (data < 0)
            {
                Errno error = Libc.LastError;
                if (error == Errno.ENXIO)
                {
                    break;
                }

                // A file system that knows no holes: all is data.
                data = position;
            }

            long hole = data >= end ? end : Libc.lseek(from.Number, data, Libc.SEEK_HOLE);
            Errno failure = CopyData(Math.Min(data, end), hole < 0 ? end : Math.Min(hole, end));
            if (failure != Errno.None)
            {
                return failure;
            }

            position = Math.Min(Math.Max(hole < 0 ? end : hole, data + 1), end);
            progress(position);
        }

        // A hole at the end has no bytes that would make the file long enough.
        return Libc.ftruncate(to.Number, end) < 0 ? Libc.LastError : Errno.None;
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

            if (count <= 0)
            {
                // 0: the file was cut while it was copied.
                return error;
            }

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

            // Between some file systems it is refused, or copies nothing.
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
