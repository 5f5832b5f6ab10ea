using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>A stream that is compressed with libzstd.</summary>
internal sealed unsafe class ZstdStream : Stream
{
    private const int BufferSize = 128 * 1024;

    private readonly Zstd _library;
    private readonly Stream _file;
    private readonly bool _compresses;
    private readonly byte[] _buffer = new byte[BufferSize];
    private nint _context;
    private int _start;
    private int _end;
    private bool _isInFrame;

    private ZstdStream(Zstd library, Stream file, bool compresses)
    {
        _library = library;
        _file = file;
        _compresses = compresses;
        _context = compresses ? library.CreateCompressor() : library.CreateDecompressor();
    }

    public override bool CanRead => !_compresses;

    public override bool CanSeek => false;

    public override bool CanWrite => _compresses;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Decompresses <paramref name="file"/>, which is closed with it.</summary>
    /// <exception cref="ProcException">libzstd is not installed.</exception>
    public static ZstdStream Decompress(Stream file, string path) => new(Require(file, path), file, compresses: false);

    /// <inheritdoc cref="Decompress"/>
    /// <summary>Compresses what is written to <paramref name="file"/>, which is closed with it.</summary>
    public static ZstdStream Compress(Stream file, string path) => new(Require(file, path), file, compresses: true);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, _file.Read(_buffer));
                if (_end == 0)
                {
                    return _isInFrame ? throw new InvalidDataException("it is truncated") : 0;
                }
            }

            int written = DecompressInto(buffer);
            if (written > 0)
            {
                return written;
            }
        }

        return 0;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Compress(buffer, Zstd.Continue);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (_context != 0)
        {
            if (_compresses)
            {
                if (disposing)
                {
                    Compress([], Zstd.End);
                }

                _library.FreeCompressor(_context);
            }
            else
            {
                _library.FreeDecompressor(_context);
            }

            _context = 0;
            if (disposing)
            {
                _file.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static Zstd Require(Stream file, string path)
    {
        if (Zstd.Library is { } library)
        {
            return library;
        }

        file.Dispose();
        throw new ProcException(
            ProcErrorKind.NotSupported,
            path,
            $"{path}: the compression zstd needs the library libzstd, which is not installed. Install the package libzstd1 (Debian) or libzstd (Fedora), or use .tar.gz.");
    }

    private int DecompressInto(Span<byte> buffer)
    {
        fixed (byte* from = _buffer)
        fixed (byte* to = buffer)
        {
            var input = new Zstd.Input { Start = from, Size = (nuint)_end, Position = (nuint)_start };
            var output = new Zstd.Output { Start = to, Size = (nuint)buffer.Length };
            nuint left = _library.Decompress(_context, &output, &input);
            if (_library.IsError(left))
            {
                throw new InvalidDataException("its compressed data is damaged");
            }

            _isInFrame = left != 0;
            _start = (int)input.Position;
            return (int)output.Position;
        }
    }

    private void Compress(ReadOnlySpan<byte> buffer, int operation)
    {
        fixed (byte* from = buffer)
        fixed (byte* to = _buffer)
        {
            var input = new Zstd.Input { Start = from, Size = (nuint)buffer.Length };
            nuint left;
            do
            {
                var output = new Zstd.Output { Start = to, Size = BufferSize };
                left = _library.Compress(_context, &output, &input, operation);
                if (_library.IsError(left))
                {
                    throw new IOException("libzstd reports an error.");
                }

                _file.Write(_buffer.AsSpan(0, (int)output.Position));
            }
            while (input.Position < input.Size || (operation == Zstd.End && left > 0));
        }
    }
}
