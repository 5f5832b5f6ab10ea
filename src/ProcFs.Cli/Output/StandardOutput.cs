using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace ProcFs.Cli.Output;

/// <summary>
/// The standard output as bytes. A stream of the class library passes over a closed pipe in silence, or writes a shared
/// file at a position of its own; this is write(2).
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

    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private long _lastFlush;

    /// <inheritdoc/>
    public void Advance(int count) => _buffer.Advance(count);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    /// <summary>Adds text.</summary>
    public void Write(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, this);

    /// <summary>Marks the end of a row: it is passed on when there is enough to pass on, or the reader has waited long enough.</summary>
    public void EndRow()
    {
        if (_buffer.WrittenCount >= FullEnough || Environment.TickCount64 - _lastFlush >= LongestWait)
        {
            Flush();
        }
    }

    /// <summary>Passes on all that was written.</summary>
    /// <exception cref="ClosedPipeException">Nobody reads any more.</exception>
    public unsafe void Flush()
    {
        ReadOnlySpan<byte> rest = _buffer.WrittenSpan;
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

        _buffer.ResetWrittenCount();
        _lastFlush = Environment.TickCount64;
    }

    private static void HandleError(int error)
    {
        switch (error)
        {
            case EINTR:
                return;
            case EAGAIN:
                // Somebody has made the pipe non-blocking: it is full for now.
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
