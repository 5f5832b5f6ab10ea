using ProcFs.Interop;

namespace ProcFs.Tree;

/// <summary>
/// Looks for where the last lines of a file start, from its end. A hole has no line ends in any encoding: it is passed over, however long it is.
/// </summary>
internal sealed class TailSearch(OpenHeldFile file, byte[] lineEnd, long longestLine, CancellationToken cancellation)
{
    // Every step starts at a multiple of its size, so that no character lies in two of them.
    private const int Step = 64 * 1024;

    private readonly byte[] _buffer = new byte[Step];

    /// <summary>Where the last <paramref name="lines"/> lines of what ends at <paramref name="end"/> start; 0 where there are no more than these.</summary>
    /// <exception cref="ProcException">The file cannot be read, or a line is longer than it may be.</exception>
    public long Find(long end, long lines)
    {
        long position = end;
        long lineStart = end;
        long found = 0;
        while (position > 0 && found < lines)
        {
            cancellation.ThrowIfCancellationRequested();
            position = SkipHole(position);
            int count = (int)Math.Min(position, ((position - 1) % Step) + 1);
            position -= count;
            Errno error = file.Handle.ReadAt(_buffer.AsSpan(0, count), position, out int read);
            if (error != Errno.None)
            {
                throw file.Failure(error);
            }

            FindInStep(read, position, end, lines, ref found, ref lineStart);
            if (found < lines && lineStart - position > longestLine)
            {
                throw ContentReader.LineTooLong(file.LinkPath);
            }
        }

        return found == lines ? lineStart : 0;
    }

    private void FindInStep(int read, long position, long end, long lines, ref long found, ref long lineStart)
    {
        for (int i = read - (read % lineEnd.Length) - lineEnd.Length; i >= 0 && found < lines; i -= lineEnd.Length)
        {
            // The newline at the very end ends the last line; it does not start another.
            long next = position + i + lineEnd.Length;
            if (_buffer[i] == lineEnd[0] && _buffer.AsSpan(i, lineEnd.Length).SequenceEqual(lineEnd) && next != end)
            {
                lineStart = next;
                found++;
            }
        }
    }

    // Where the hole that ends here starts, to the step. The kernel tells where the next data is, not where the last was: so it is asked for ever
    // longer ranges whether there is data in them, and then for ever shorter ones.
    private long SkipHole(long position)
    {
        long start = (position - 1) / Step * Step;
        if (!IsHole(start, position))
        {
            return position;
        }

        long length = Step;
        while (start > 0 && IsHole(Math.Max(start - length, 0), start))
        {
            start = Math.Max(start - length, 0);
            length *= 2;
        }

        for (; length >= Step; length /= 2)
        {
            start = start >= length && IsHole(start - length, start) ? start - length : start;
        }

        return start;
    }

    // ENXIO: there is no data behind the offset. A file system that knows no holes says that all is data.
    private bool IsHole(long start, long end)
    {
        long data = Libc.lseek(file.Handle.Number, start, Libc.SEEK_DATA);
        return data < 0 ? Libc.LastError == Errno.ENXIO : data >= end;
    }
}
