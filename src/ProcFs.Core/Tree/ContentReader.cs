using System.Text;
using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>Reads content as lines, or as bytes. Nothing is lost: without an encoding, bytes that are not valid UTF-8 are preserved in the strings.</summary>
public sealed class ContentReader : IDisposable
{
    /// <summary>The length limit of a line, in bytes: endless data is not text.</summary>
    public const int LongestLine = 64 * 1024 * 1024;

    // As a single string or array.
    private const int LongestWhole = 512 * 1024 * 1024;

    // Cancellation is checked between the steps.
    private const int LongestStep = 1024 * 1024;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Stream _stream;
    private readonly string _path;
    private readonly bool _waits;
    private readonly Func<bool> _isStopping;
    private readonly byte[] _separator;
    private readonly Encoding? _encoding;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isAtStart;

    /// <summary>Reads <paramref name="stream"/>, and closes it at the end.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="path">The path for error messages.</param>
    /// <param name="endsEntriesWithNul">Whether lines are terminated by NUL rather than by newline.</param>
    /// <param name="waits">Whether to wait for more at the end of the content, until its writer has ended.</param>
    /// <param name="encoding">The encoding; null for UTF-8 without loss.</param>
    /// <param name="isStopping">Whether the reading should stop, as at the end of the content.</param>
    public ContentReader(Stream stream, string path, bool endsEntriesWithNul, bool waits, Encoding? encoding, Func<bool> isStopping)
    {
        _stream = stream;
        _path = path;
        _waits = waits;
        _encoding = encoding;
        _isStopping = isStopping;
        _isAtStart = stream is not HeldFileStream { Position: > 0 };
        _separator = endsEntriesWithNul ? [0] : LineEnd.Of(encoding);
    }

    /// <summary>The next line without its line ending; null at the end.</summary>
    /// <exception cref="ProcException">It cannot be read, or is not shorter than <see cref="LongestLine"/>.</exception>
    public string? ReadLine()
    {
        int searched = _start;
        while (true)
        {
            int end = LineEnd.Find(_buffer.AsSpan(0, _end), searched, _separator);
            if (end >= 0)
            {
                return Take(end, skip: _separator.Length);
            }

            int pending = _end - _start;
            if (pending >= LongestLine)
            {
                throw LineTooLong(_path);
            }

            if (!FillOrWait())
            {
                return pending > 0 ? Take(_end, skip: 0) : null;
            }

            searched = _start + pending - (pending % _separator.Length);
        }
    }

    /// <summary>The next byte; -1 at the end.</summary>
    public int ReadByte() => _start < _end || FillOrWait() ? _buffer[_start++] : -1;

    /// <summary>The rest of the content.</summary>
    /// <exception cref="ProcException">It cannot be read, or is too long for one string or array.</exception>
    public byte[] ReadToEnd()
    {
        do
        {
            if (_end - _start >= LongestWhole || _stream is HeldFileStream { Length: >= LongestWhole })
            {
                throw new ProcException(
                    ProcErrorKind.NotSupported,
                    _path,
                    $"{_path}: the content is longer than 512 MB, which is too long for one string. Read it without -Raw.");
            }
        }
        while (!_isStopping() && Fill());

        byte[] rest = _buffer[_start.._end];
        _start = _end;
        return rest;
    }

    /// <summary>The text of the next bytes of this content. The byte order mark of a requested encoding is not part of it.</summary>
    public string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (_encoding is null)
        {
            return LosslessText.Decode(bytes);
        }

        ReadOnlySpan<byte> mark = _encoding.Preamble;
        bool isMarked = _isAtStart && mark.Length > 0 && bytes.StartsWith(mark);
        _isAtStart = false;
        return _encoding.GetString(isMarked ? bytes[mark.Length..] : bytes);
    }

    /// <summary>Closes the content.</summary>
    public void Dispose() => _stream.Dispose();

    internal static ProcException LineTooLong(string path) => new(
        ProcErrorKind.NotSupported,
        path,
        $"{path}: a line is longer than 64 MB, so this is not text. Read it as bytes with -AsByteStream.");

    private string Take(int end, int skip)
    {
        string line = TextOf(_buffer.AsSpan(_start, end - _start));
        _start = end + skip;
        return line;
    }

    private bool FillOrWait()
    {
        while (true)
        {
            // The writer is checked before the read, so that its last data is still read.
            bool mayGrow = _waits && _stream is not HeldFileStream { HasEnded: true };
            if (!_isStopping() && Fill())
            {
                return true;
            }

            if (!mayGrow || _isStopping())
            {
                return false;
            }

            Thread.Sleep(s_interval);
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        }

        int count = _stream.Read(_buffer, _end, Math.Min(_buffer.Length - _end, LongestStep));
        _end += count;
        return count > 0;
    }
}
