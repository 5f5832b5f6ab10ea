using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace ProcFs.Cli.Output;

/// <summary>
/// The standard output as bytes. A stream of the class library silently ignores a closed pipe, or writes to a shared file at its own position; this is write(2).
/// </summary>
internal sealed partial class StandardOutput : IBufferWriter<byte>
{
    private const int Descriptor = 1;
    private const int FullEnough = 48 * 1024;
    private const long LongestWait = 50;

    // errno(3).
    private const int EINTR = 4;
    private const int EAGAIN = 11;
    private const int EPIPE = 32;

    private byte[] _buffer = new byte[64 * 1024];
    private int _count;
    private long _lastFlush;

    /// <inheritdoc/>
    public void Advance(int count) => _count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_count);
    }

    /// <summary>Adds text.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_count));
    }

    /// <summary>Adds spaces.</summary>
    public void WriteSpaces(int count)
    {
        ReadOnlySpan<byte> spaces = "                                                                "u8;
        Reserve(count);
        for (; count > 0; count -= spaces.Length)
        {
            ReadOnlySpan<byte> part = spaces[..Math.Min(count, spaces.Length)];
            part.CopyTo(_buffer.AsSpan(_count));
            _count += part.Length;
        }
    }

    /// <summary>Marks the end of a row: the output is flushed when there is enough of it, or the reader has waited long enough.</summary>
    public void EndRow()
    {
        if (_count >= FullEnough || Environment.TickCount64 - _lastFlush >= LongestWait)
        {
            Flush();
        }
    }

    /// <summary>Flushes the output.</summary>
    /// <exception cref="ClosedPipeException">The output is no longer read.</exception>
    public unsafe void Flush()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(0, _count);
        while (!rest.IsEmpty)
        {
            nint count;
            fixed (byte* start = rest)
            {
                count = write(Descriptor, start, rest.Length);
            }

            if (count < 0)
            {
                HandleError(Marshal.GetLastPInvokeError());
                continue;
            }

            rest = rest[(int)count..];
        }

        _count = 0;
        _lastFlush = Environment.TickCount64;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _count < Math.Max(count, 1))
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _count + count));
        }
    }

    private static void HandleError(int error)
    {
        switch (error)
        {
            case EINTR:
                return;
            case EAGAIN:
                // The pipe was made non-blocking, and is full for now.
                Thread.Sleep(1);
                return;
            case EPIPE:
                throw new ClosedPipeException();
            default:
                throw new IOException($"standard output: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint write(int descriptor, byte* buffer, nint count);
}
