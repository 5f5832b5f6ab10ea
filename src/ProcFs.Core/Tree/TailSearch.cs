using ProcFs.Interop;

namespace ProcFs.Tree;

/// <summary>
/// Finds the start of the last lines of a file, from its end. Holes, which contain no line endings in any encoding, are skipped, however long they are.
/// </summary>
internal sealed class TailSearch(OpenHeldFile file, byte[] lineEnd, long longestLine, CancellationToken cancellation)
{
    // Every step starts at a multiple of its size, so that no character is split.
    private const int Step = 64 * 1024;

    private readonly byte[] _buffer = new byte[Step];

    /// <summary>The start of the last <paramref name="lines"/> lines before <paramref name="end"/>; 0 if there are no more than these.</summary>
    /// <exception cref="ProcException">The file cannot be read, or a line is too long.</exception>
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

    // The start of the hole that ends here, to the step. The kernel can find the next data but not the previous one, so the search tests ever longer ranges for
    // data, and then ever shorter ones.
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

    // ENXIO: there is no data after the offset. A file system without support for holes reports everything as data.
    private bool IsHole(long start, long end)
    {
        long data = Libc.lseek(file.Handle.Number, start, Libc.SEEK_DATA);
        return data < 0 ? Libc.LastError == Errno.ENXIO : data >= end;
    }
}
