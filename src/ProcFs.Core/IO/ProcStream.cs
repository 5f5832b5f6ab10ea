using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>The bytes of a file in /proc. A <c>FileStream</c> first queries the size and type of a file, and seeks; many files here support neither.</summary>
internal sealed class ProcStream : Stream
{
    private readonly Descriptor _file;
    private readonly ProcRoot _root;
    private readonly string _path;
    private long _position;

    private ProcStream(Descriptor file, ProcRoot root, string path)
    {
        _file = file;
        _root = root;
        _path = path;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the file <paramref name="relative"/> under <paramref name="root"/>.</summary>
    public static ProcStream OpenRead(ProcRoot root, string relative)
    {
        // A pipe or a device behind a descriptor must not block the open call.
        var file = Descriptor.Open(root.Handle, relative, OpenFlags.Reading, out Errno error);
        return file is null ? throw ProcException.FromError(error, root, relative) : new ProcStream(file, root, relative);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Errno error = _file.File.Read(buffer, _position, out int count);
        _position += count;
        return error is Errno.None or Errno.EAGAIN ? count : throw ProcException.FromError(error, _root, _path);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
