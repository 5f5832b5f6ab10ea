using System.Text;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>
/// The content of the regular file behind a descriptor of a process, read with a position of its own, whatever name the file
/// has or had. It follows the file while the process has it open, and starts anew where the file was cut.
/// </summary>
public sealed class DescriptorStream : Stream
{
    private const int TailStep = 64 * 1024;

    private readonly ProcessDirectory _process;
    private readonly Descriptor _file;
    private readonly string _link;
    private readonly Statx _identity;
    private long _position;

    private DescriptorStream(ProcessDirectory process, Descriptor file, string link, in Statx identity)
    {
        _process = process;
        _file = file;
        _link = link;
        _identity = identity;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _file.StatSelf(out Statx file) == Errno.None ? (long)file.Size : 0;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the process has ended, or has the file open under this number no longer.</summary>
    public bool HasEnded
    {
        get
        {
            var name = new NativeName(_link, stackalloc byte[NativeName.StackSize]);
            return _process.Handle.Stat(name.Terminated, followLink: true, out Statx now) != Errno.None || !now.IsSameFile(_identity);
        }
    }

    /// <summary>Opens the file behind a descriptor.</summary>
    /// <exception cref="ProcException">There is no such process or descriptor, or it is open on what is no file.</exception>
    public static DescriptorStream Open(ProcRoot root, int processId, int number)
    {
        ArgumentNullException.ThrowIfNull(root);
        var process = ProcessDirectory.Open(root, processId, new ReadScope(), out Errno error);
        if (process is null)
        {
            throw error == Errno.ENOENT ? ProcException.NoProcess(root, processId) : ProcException.FromError(error, root, $"{processId}");
        }

        if (process.OpenLivingThread() is { } thread)
        {
            process.Dispose();
            process = thread;
        }

        string link = $"fd/{number}";
        string path = $"{process.Path}/{link}";
        var name = new NativeName(link, stackalloc byte[NativeName.StackSize]);
        error = process.Handle.Stat(name.Terminated, followLink: root.IsLive, out Statx file);
        if (error == Errno.None && !root.IsLive)
        {
            process.Dispose();
            throw ProcException.NoContent(path, "an open");
        }

        if (error == Errno.None && file.Kind != FileKind.Regular)
        {
            process.Dispose();
            throw NoFile(path, LinkTargets.TypeOf(file.Kind));
        }

        var opened = error == Errno.None ? Descriptor.Open(process.Handle, link, OpenFlags.ReadOnly, out error) : null;
        if (opened is null)
        {
            process.Dispose();
            throw process.Failure(error, link);
        }

        return new DescriptorStream(process, opened, link, file);
    }

    internal static ProcException NoFile(string path, FileDescriptorType type) => new(
        ProcErrorKind.NotSupported,
        path,
        $"{path}: it is open on no file ({type}). To read a terminal, pipe or socket would take data away from the process.");

    /// <summary>Goes to where the last lines start.</summary>
    /// <param name="lines">How many.</param>
    /// <param name="encoding">The encoding of the content; null for UTF-8.</param>
    public unsafe void SeekToTail(long lines, Encoding? encoding = null)
    {
        long end = Length;
        _position = end;
        if (lines == 0)
        {
            return;
        }

        byte[] lineEnd = LineEnd.Of(encoding);
        byte[] buffer = new byte[TailStep];
        long found = 0;
        while (_position > 0)
        {
            // Every step starts at a multiple of its size, so that no character lies in two of them.
            int count = (int)((_position - 1) % TailStep) + 1;
            _position -= count;
            int read;
            fixed (byte* start = buffer)
            {
                read = (int)Libc.pread(_file.Number, start, count, _position);
            }

            for (int i = read - (read % lineEnd.Length) - lineEnd.Length; i >= 0; i -= lineEnd.Length)
            {
                // The newline at the very end ends the last line; it does not start another.
                long next = _position + i + lineEnd.Length;
                if (buffer[i] == lineEnd[0] && buffer.AsSpan(i, lineEnd.Length).SequenceEqual(lineEnd) && next != end && ++found == lines)
                {
                    _position = next;
                    return;
                }
            }
        }
    }

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
                count = Libc.pread(_file.Number, start, buffer.Length, _position);
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
                throw _process.Failure(error, _link);
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
            _process.Dispose();
        }

        base.Dispose(disposing);
    }
}
