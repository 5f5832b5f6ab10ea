using System.Collections;
using System.Management.Automation.Provider;
using ProcFs.Text;

namespace ProcFs.Provider;

/// <summary>Reads content as lines, as one string, or as bytes. Nothing is lost: bytes that are no text survive in the strings.</summary>
internal sealed class ProcContentReader(
    Stream stream,
    ContentReaderParameters options,
    bool endsEntriesWithNul,
    CancellationToken cancellation) : IContentReader
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly byte _separator = endsEntriesWithNul ? (byte)0 : (byte)'\n';
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    public IList Read(long readCount)
    {
        if (options.Raw)
        {
            return ReadRaw();
        }

        var items = new ArrayList();
        while ((readCount <= 0 || items.Count < readCount) && Next() is { } item)
        {
            items.Add(item);
        }

        return items;
    }

    public void Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("What the kernel shows is read from its start.");

    public void Close() => stream.Dispose();

    public void Dispose() => Close();

    private object[] ReadRaw()
    {
        if (_ended && _start == _end)
        {
            return [];
        }

        while (Fill())
        {
        }

        byte[] all = _buffer[_start.._end];
        _start = _end;
        if (options.AsByteStream)
        {
            return [all];
        }

        return all.Length == 0 ? [] : [LosslessText.Decode(all)];
    }

    private object? Next()
    {
        if (options.AsByteStream)
        {
            return _start < _end || FillOrWait() ? _buffer[_start++] : null;
        }

        int searched = _start;
        while (true)
        {
            int end = _buffer.AsSpan(searched, _end - searched).IndexOf(_separator);
            if (end >= 0)
            {
                return Take(searched + end, skip: 1);
            }

            int pending = _end - _start;
            if (!FillOrWait())
            {
                return pending > 0 ? Take(_end, skip: 0) : null;
            }

            searched = _start + pending;
        }
    }

    private string Take(int end, int skip)
    {
        string line = LosslessText.Decode(_buffer.AsSpan(_start, end - _start));
        _start = end + skip;
        return line;
    }

    private bool FillOrWait()
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Fill())
            {
                return true;
            }

            if (!options.Wait)
            {
                return false;
            }

            cancellation.WaitHandle.WaitOne(s_interval);
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

        int count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _ended = count == 0;
        return count > 0;
    }
}
