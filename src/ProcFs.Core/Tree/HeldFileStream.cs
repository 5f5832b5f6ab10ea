using System.Text;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>
/// The content of the regular file that a process holds through a descriptor or a mapping, read with a file offset of its own, whatever name the file has or had.
/// It follows the file while the process has it open, and starts over if the file is truncated.
/// </summary>
public sealed class HeldFileStream : Stream
{
    private readonly OpenHeldFile _file;
    private long _position;

    private HeldFileStream(OpenHeldFile file) => _file = file;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _file.Handle.StatSelf(out Statx file) == Errno.None ? (long)file.Size : 0;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The link that leads to the file.</summary>
    public string Link => _file.LinkPath;

    /// <summary>Whether the process has ended, or no longer has the file open there.</summary>
    public bool HasEnded => !_file.IsStillOpen;

    /// <summary>Opens the file.</summary>
    /// <exception cref="ProcException">There is no such process or descriptor, or it leads elsewhere now, or not to a file.</exception>
    public static HeldFileStream Open(ProcRoot root, HeldFile file)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(file);
        return new HeldFileStream(OpenHeldFile.Open(root, file, new ReadScope()));
    }

    /// <summary>Seeks to the start of the last lines.</summary>
    /// <param name="lines">The number of lines.</param>
    /// <param name="encoding">The encoding of the content; null for UTF-8.</param>
    /// <param name="longestLine">The length limit of a line, in bytes.</param>
    /// <param name="cancellation">Cancels the search.</param>
    /// <exception cref="ProcException">The file cannot be read, or a line is longer.</exception>
    public void SeekToTail(long lines, Encoding? encoding = null, long longestLine = long.MaxValue, CancellationToken cancellation = default) =>
        _position = new TailSearch(_file, LineEnd.Of(encoding), longestLine, cancellation).Find(Length, lines);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override unsafe int Read(Span<byte> buffer)
    {
        while (true)
        {
            nint count;
            fixed (byte* start = buffer)
            {
                count = Libc.pread(_file.Handle.Number, start, buffer.Length, _position);
            }

            if (count > 0)
            {
                _position += count;
                return (int)count;
            }

            if (count == 0)
            {
                bool wasCut = Length < _position;
                _position = wasCut ? 0 : _position;
                if (!wasCut)
                {
                    return 0;
                }
            }
            else if (Libc.LastError is var error and not Errno.EINTR)
            {
                throw _file.Failure(error);
            }
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
