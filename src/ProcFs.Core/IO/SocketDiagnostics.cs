using System.Buffers;
using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>Receives a message without its header; returns false to stop reading.</summary>
internal delegate bool DiagnosticReader(ReadOnlySpan<byte> message);

/// <summary>
/// Requests the sockets of the network namespace of the calling thread from the kernel: sock_diag(7). Source: net/core/sock_diag.c, net/netlink/af_netlink.c.
/// </summary>
internal sealed class SocketDiagnostics : IDisposable
{
    // struct nlmsghdr
    private const int HeaderSize = 16;
    private const int TypeOffset = 4;
    private const int FlagsOffset = 6;

    private const ushort Error = 2;
    private const ushort Done = 3;
    private const ushort ByFamily = 20;
    private const ushort RequestDump = 0x301;

    // The kernel limits a message of a dump to half of that.
    private const int BufferSize = 64 * 1024;

    private readonly Descriptor _socket;

    private SocketDiagnostics(Descriptor socket) => _socket = socket;

    /// <summary>Opens a netlink socket; null and the error if that fails.</summary>
    public static SocketDiagnostics? Open(out Errno error) =>
        Descriptor.OpenSocket(Libc.AF_NETLINK, Libc.SOCK_RAW, Libc.NETLINK_SOCK_DIAG, out error) is { } socket ? new SocketDiagnostics(socket) : null;

    /// <summary>Passes on the messages that answer a request; returns the error if the kernel rejects it.</summary>
    public Errno Dump(ReadOnlySpan<byte> request, DiagnosticReader read)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            Errno error = Send(request, buffer);
            bool isDone = false;
            while (error == Errno.None && !isDone)
            {
                error = Receive(buffer, out int length);
                error = error == Errno.None ? Take(buffer.AsSpan(0, length), read, out isDone) : error;
            }

            return error;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static Errno Take(ReadOnlySpan<byte> messages, DiagnosticReader read, out bool isDone)
    {
        isDone = messages.IsEmpty;
        while (messages.Length >= HeaderSize)
        {
            int length = MemoryMarshal.Read<int>(messages);
            if (length < HeaderSize || length > messages.Length)
            {
                return Errno.EIO;
            }

            ReadOnlySpan<byte> message = messages[HeaderSize..length];
            switch (MemoryMarshal.Read<ushort>(messages[TypeOffset..]))
            {
                case Done:
                    isDone = true;
                    return Errno.None;
                case Error:
                    isDone = true;
                    return message.Length >= sizeof(int) ? (Errno)(-MemoryMarshal.Read<int>(message)) : Errno.EIO;
                case ByFamily when !read(message):
                    isDone = true;
                    return Errno.None;
            }

            messages = messages[Math.Min((length + 3) & ~3, messages.Length)..];
        }

        return Errno.None;
    }

    private unsafe Errno Send(ReadOnlySpan<byte> request, byte[] buffer)
    {
        int length = HeaderSize + request.Length;
        Span<byte> message = buffer.AsSpan(0, length);
        message.Clear();
        MemoryMarshal.Write(message, length);
        MemoryMarshal.Write(message[TypeOffset..], ByFamily);
        MemoryMarshal.Write(message[FlagsOffset..], RequestDump);
        request.CopyTo(message[HeaderSize..]);
        fixed (byte* start = message)
        {
            return Libc.write(_socket.Number, start, length) < 0 ? Libc.LastError : Errno.None;
        }
    }

    private unsafe Errno Receive(byte[] buffer, out int length)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                length = (int)Libc.read(_socket.Number, start, buffer.Length);
                Errno error = length < 0 ? Libc.LastError : Errno.None;
                if (error != Errno.EINTR)
                {
                    return error;
                }
            }
        }
    }
}
