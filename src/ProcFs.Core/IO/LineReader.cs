using System.Buffers;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>Reads a file line by line in large steps, so that rows are returned before the whole file has been read.</summary>
internal sealed class LineReader : IDisposable
{
    // The kernel keeps a table consistent within one read.
    private const int FirstSize = 64 * 1024;

    // No line of /proc comes close; a file in a capture from somebody else may have no line ending at all.
    private const int LongestLine = 64 * 1024 * 1024;

    private const int LongestWait = 1000;

    private byte[] _buffer;
    private OpenFile _file;
    private long _offset;
    private int _position;
    private int _filled;
    private int _searched;
    private int _lineStart;
    private int _lineLength;
    private bool _ended;

    private LineReader(OpenFile file)
    {
        _file = file;
        _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    }

    /// <summary>The current line without its line ending.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>The number of the current line, counted from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Opens <paramref name="name"/> relative to <paramref name="directory"/>; null and the error on failure.</summary>
    public static LineReader? Open(Descriptor? directory, string name, out Errno error)
    {
        var bytes = new NativeName(name, stackalloc byte[NativeName.StackSize]);
        var file = OpenFile.Open(directory?.File ?? OpenFile.WorkingDirectory, bytes.Terminated, OpenFlags.Reading, out error);
        return file.IsOpen ? new LineReader(file) : null;
    }

    /// <summary>Moves to the next line; false at the end, with the reason of a failure in <paramref name="error"/>.</summary>
    public bool Next(out Errno error)
    {
        error = Errno.None;
        while (true)
        {
            int end = _buffer.AsSpan(_searched, _filled - _searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                Take(_searched + end, skip: 1);
                return true;
            }

            _searched = _filled;
            if (_ended)
            {
                return TakeRest();
            }

            error = Fill();
            if (error != Errno.None)
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        if (_file.IsOpen)
        {
            _ = _file.Close();
            _file = OpenFile.None;
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            (_position, _filled, _searched, _lineStart, _lineLength) = (0, 0, 0, 0, 0);
        }
    }

    private void Take(int end, int skip)
    {
        _lineStart = _position;
        _lineLength = end - _position;
        _position = end + skip;
        _searched = _position;
        LineNumber++;
    }

    private bool TakeRest()
    {
        if (_position == _filled)
        {
            return false;
        }

        Take(_filled, skip: 0);
        return true;
    }

    private Errno Fill()
    {
        if (_filled - _position >= LongestLine)
        {
            return Errno.EFBIG;
        }

        MakeRoom();
        while (true)
        {
            Errno error = _file.Read(_buffer.AsSpan(_filled), _offset, out int count);
            if (error == Errno.EAGAIN && HasMore())
            {
                continue;
            }

            _ended = error == Errno.None && count == 0;
            _filled += count;
            _offset += count;
            return error;
        }
    }

    // In a capture, the file may be a pipe with a slow writer. The wait is limited.
    private unsafe bool HasMore()
    {
        var file = new Libc.PollDescriptor { Number = _file.Number, Events = Libc.POLLIN };
        return Libc.poll(&file, 1, LongestWait) > 0;
    }

    private void MakeRoom()
    {
        int rest = _filled - _position;
        if (_position > 0)
        {
            _buffer.AsSpan(_position, rest).CopyTo(_buffer);
            _position = 0;
            _filled = rest;
            _searched = rest;
        }

        if (_filled == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _filled).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }
}
