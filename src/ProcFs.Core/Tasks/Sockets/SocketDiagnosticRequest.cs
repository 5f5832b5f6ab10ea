using System.Runtime.InteropServices;
using ProcFs.IO;

namespace ProcFs;

/// <summary>The sock_diag request for the sockets of a protocol, and the parser of its answers.</summary>
internal sealed class SocketDiagnosticRequest
{
    private const byte Unix = 1;
    private const byte IPv4 = 2;
    private const byte IPv6 = 10;
    private const byte Vsock = 40;
    private const int Tcp = 6;
    private const int Mptcp = 262;

    // INET_DIAG_INFO and INET_DIAG_CONG, as bits.
    private const byte TcpInfo = (1 << (2 - 1)) | (1 << (4 - 1));

    // Name, file, peer, queues, user: UDIAG_SHOW_* of linux/unix_diag.h.
    private const uint UnixDetails = 0x1 | 0x2 | 0x4 | 0x10 | 0x40;

    // INET_DIAG_REQ_PROTOCOL
    private const ushort ProtocolAttribute = 3;

    private readonly byte[] _request;
    private readonly Func<ReadOnlySpan<byte>, ProcRoot, SocketInfo?> _make;

    private SocketDiagnosticRequest(byte[] request, Func<ReadOnlySpan<byte>, ProcRoot, SocketInfo?> make)
    {
        _request = request;
        _make = make;
    }

    /// <summary>The request for a protocol, by its name in <see cref="SocketInfo.Protocol"/>; null if the files have the same information.</summary>
    public static SocketDiagnosticRequest? For(string protocol) => protocol switch
    {
        "tcp" => new(Internet(IPv4, Tcp), (message, root) => SocketInfo.OfInternet(message, protocol, root)),
        "tcp6" => new(Internet(IPv6, Tcp), (message, root) => SocketInfo.OfInternet(message, protocol, root)),
        "mptcp" => new(Internet(IPv4, Mptcp), (message, root) => SocketInfo.OfInternet(message, protocol, root)),
        "mptcp6" => new(Internet(IPv6, Mptcp), (message, root) => SocketInfo.OfInternet(message, protocol, root)),
        "unix" => new(Local(Unix, UnixDetails), SocketInfo.OfUnix),
        "vsock" => new(Local(Vsock, 0), SocketInfo.OfVsock),
        _ => null,
    };

    /// <summary>Passes on the sockets, until a call returns false; returns the error if the kernel rejects the request.</summary>
    public Interop.Errno Read(SocketDiagnostics kernel, ProcRoot root, Func<SocketInfo, bool> emit) =>
        kernel.Dump(_request, message => _make(message, root) is not { } socket || emit(socket));

    // struct inet_diag_req_v2: family, protocol, extensions, states, and an empty id.
    private static byte[] Internet(byte family, int protocol)
    {
        byte[] request = new byte[protocol > byte.MaxValue ? 64 : 56];
        request[0] = family;
        request[1] = (byte)protocol;
        request[2] = TcpInfo;
        MemoryMarshal.Write(request.AsSpan(4), 0xFFFu);
        if (protocol > byte.MaxValue)
        {
            MemoryMarshal.Write(request.AsSpan(56), (ushort)8);
            MemoryMarshal.Write(request.AsSpan(58), ProtocolAttribute);
            MemoryMarshal.Write(request.AsSpan(60), protocol);
        }

        return request;
    }

    // struct unix_diag_req, and struct vsock_diag_req, which is the same: family, states, inode, details, cookie.
    private static byte[] Local(byte family, uint details)
    {
        byte[] request = new byte[24];
        request[0] = family;
        MemoryMarshal.Write(request.AsSpan(4), uint.MaxValue);
        MemoryMarshal.Write(request.AsSpan(12), details);
        return request;
    }
}
