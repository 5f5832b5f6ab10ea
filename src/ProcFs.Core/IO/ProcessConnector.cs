using System.Diagnostics;
using System.Runtime.InteropServices;
using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>
/// Receives the events of processes from the kernel, through the process connector. The kernel permits it in the initial user and PID namespaces: with CAP_NET_ADMIN,
/// and since Linux 6.6 to everyone. Source: drivers/connector/cn_proc.c, include/uapi/linux/cn_proc.h.
/// </summary>
internal sealed class ProcessConnector : IDisposable
{
    /// <summary>The size of the buffer in which the kernel keeps events: a message takes about 800 bytes of it.</summary>
    public const int BufferSize = 8 * 1024 * 1024;

    // CN_IDX_PROC: the multicast group, and the first half of the id of the connector. CN_VAL_PROC is the second half.
    private const int Group = 1;
    private const int IdValue = 1;

    private const int Listen = 1;
    private const int Ignore = 2;

    // struct sockaddr_nl; struct nlmsghdr, struct cn_msg and the operation.
    private const int AddressSize = 12;
    private const int RequestSize = 40;
    private const ushort DoneType = 3;

    private const int MessageSize = 4096;

    // Outside of the initial namespaces the kernel ignores the request without an answer.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Descriptor _socket;
    private readonly byte[] _message = new byte[MessageSize];
    private bool _isListening;

    private ProcessConnector(Descriptor socket) => _socket = socket;

    /// <summary>Subscribes to the events; null and the error if the kernel does not permit it, which is ETIMEDOUT outside of the initial namespaces.</summary>
    public static ProcessConnector? Open(int bufferedBytes, out Errno error)
    {
        var socket = Descriptor.OpenSocket(Libc.AF_NETLINK, Libc.SOCK_RAW, Libc.NETLINK_CONNECTOR, out error);
        if (socket is null)
        {
            return null;
        }

        var connector = new ProcessConnector(socket);
        error = connector.Subscribe(bufferedBytes);
        if (error == Errno.None)
        {
            return connector;
        }

        connector.Dispose();
        return null;
    }

    /// <summary>Waits for the next event; false if none came in time. ENOBUFS means that events were lost since the last one.</summary>
    public unsafe bool TryReceive(int milliseconds, out ConnectorEvent received, out Errno error)
    {
        received = default;
        var waiting = new Libc.PollDescriptor { Number = _socket.Number, Events = Libc.POLLIN };
        int ready = Libc.poll(&waiting, 1, milliseconds);
        error = ready < 0 && Libc.LastError != Errno.EINTR ? Libc.LastError : Errno.None;
        if (ready <= 0)
        {
            return false;
        }

        fixed (byte* start = _message)
        {
            int length = (int)Libc.read(_socket.Number, start, _message.Length);
            error = length < 0 ? Libc.LastError : Errno.None;
            return length > 0 && ConnectorEvent.TryParse(_message.AsSpan(0, length), out received);
        }
    }

    public void Dispose()
    {
        if (_isListening)
        {
            // Kernels before 6.6 count the listeners, and do not notice that one has closed its socket.
            Send(Ignore);
        }

        _socket.Dispose();
    }

    private unsafe Errno Subscribe(int bufferedBytes)
    {
        if (Libc.setsockopt(_socket.Number, Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, &bufferedBytes, sizeof(int)) < 0)
        {
            _ = Libc.setsockopt(_socket.Number, Libc.SOL_SOCKET, Libc.SO_RCVBUF, &bufferedBytes, sizeof(int));
        }

        byte* address = stackalloc byte[AddressSize];
        var parts = new Span<byte>(address, AddressSize);
        parts.Clear();
        MemoryMarshal.Write(parts, (ushort)Libc.AF_NETLINK);
        MemoryMarshal.Write(parts[8..], Group);
        if (Libc.bind(_socket.Number, address, AddressSize) < 0)
        {
            return Libc.LastError;
        }

        int request = Environment.TickCount;
        Errno error = Send(Listen, request);
        _isListening = error == Errno.None;
        return _isListening ? AwaitAnswer(request) : error;
    }

    // Every listener receives the answers to all, each with the number of the request.
    private Errno AwaitAnswer(int request)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_patience)
        {
            if (TryReceive((int)s_patience.TotalMilliseconds / 10, out ConnectorEvent answer, out Errno error)
                && answer.Kind == ConnectorEventKind.Answer && answer.Request == unchecked(request + 1))
            {
                return answer.Error;
            }

            if (error is not (Errno.None or Errno.ENOBUFS))
            {
                return error;
            }
        }

        return Errno.ETIMEDOUT;
    }

    private unsafe Errno Send(int operation, int request = 0)
    {
        byte* bytes = stackalloc byte[RequestSize];
        var message = new Span<byte>(bytes, RequestSize);
        message.Clear();
        MemoryMarshal.Write(message, RequestSize);
        MemoryMarshal.Write(message[4..], DoneType);
        MemoryMarshal.Write(message[16..], Group);
        MemoryMarshal.Write(message[20..], IdValue);
        MemoryMarshal.Write(message[28..], request);
        MemoryMarshal.Write(message[32..], (ushort)sizeof(int));
        MemoryMarshal.Write(message[36..], operation);
        return Libc.write(_socket.Number, bytes, RequestSize) < 0 ? Libc.LastError : Errno.None;
    }
}
