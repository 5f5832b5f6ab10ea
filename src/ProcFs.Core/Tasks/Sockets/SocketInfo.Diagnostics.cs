using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the answers of sock_diag(7): linux/inet_diag.h, linux/unix_diag.h, linux/vm_sockets_diag.h.</content>
public sealed partial class SocketInfo
{
    private const int InternetSize = 72;
    private const int UnixSize = 16;
    private const int VsockSize = 32;

    internal static SocketInfo? OfInternet(ReadOnlySpan<byte> message, string protocol, ProcRoot root)
    {
        if (message.Length < InternetSize)
        {
            return null;
        }

        int addressLength = protocol.EndsWith('6') ? 16 : 4;
        var socket = new SocketInfo(protocol)
        {
            Source = SocketOrigin.SockDiag,
            State = StateOf(message[1]),
            Timer = Enum.IsDefined((TcpTimer)message[2]) ? (TcpTimer)message[2] : null,
            Retransmits = message[3],
            LocalPort = BinaryPrimitives.ReadUInt16BigEndian(message[4..]),
            RemotePort = BinaryPrimitives.ReadUInt16BigEndian(message[6..]),
            LocalAddress = new IPAddress(message.Slice(8, addressLength)).ToString(),
            RemoteAddress = new IPAddress(message.Slice(24, addressLength)).ToString(),
            InterfaceIndex = MemoryMarshal.Read<int>(message[40..]),
            TimerExpires = TimeSpan.FromMilliseconds(MemoryMarshal.Read<uint>(message[52..])),
            ReceiveQueue = MemoryMarshal.Read<uint>(message[56..]),
            SendQueue = MemoryMarshal.Read<uint>(message[60..]),
            Inode = MemoryMarshal.Read<uint>(message[68..]),
        };
        socket.SetUser(MemoryMarshal.Read<uint>(message[64..]), root);
        socket.SetBacklog();
        socket.SetTcp(new NetlinkAttributes(message[InternetSize..]));
        return socket;
    }

    internal static SocketInfo? OfUnix(ReadOnlySpan<byte> message, ProcRoot root)
    {
        if (message.Length < UnixSize)
        {
            return null;
        }

        var socket = new SocketInfo("unix")
        {
            Source = SocketOrigin.SockDiag,
            Type = (SocketType)message[1],
            State = StateOf(message[2]),
            Inode = MemoryMarshal.Read<uint>(message[4..]),
        };
        var attributes = new NetlinkAttributes(message[UnixSize..]);
        while (attributes.Next(out int type, out ReadOnlySpan<byte> value))
        {
            socket.SetUnix(type, value, root);
        }

        socket.SetBacklog();
        return socket;
    }

    internal static SocketInfo? OfVsock(ReadOnlySpan<byte> message, ProcRoot root) => message.Length < VsockSize ? null : new SocketInfo("vsock")
    {
        Source = SocketOrigin.SockDiag,
        Type = (SocketType)message[1],
        State = StateOf(message[2]),
        LocalAddress = ContextOf(message[4..]),
        LocalPort = PortOf(message[8..]),
        RemoteAddress = ContextOf(message[12..]),
        RemotePort = PortOf(message[16..]),
        Inode = MemoryMarshal.Read<uint>(message[20..]),
    };

    private static TcpState StateOf(byte state) => Enum.IsDefined((TcpState)state) ? (TcpState)state : TcpState.Unknown;

    // VMADDR_CID_ANY and VMADDR_PORT_ANY are the maximum values.
    private static string ContextOf(ReadOnlySpan<byte> value) => MemoryMarshal.Read<uint>(value) is var id and not uint.MaxValue ? $"{id}" : "*";

    private static int? PortOf(ReadOnlySpan<byte> value) => MemoryMarshal.Read<uint>(value) is var port and <= int.MaxValue ? (int)port : null;

    // The attributes of linux/unix_diag.h.
    private void SetUnix(int type, ReadOnlySpan<byte> value, ProcRoot root)
    {
        switch (type)
        {
            case 0 when value is [0, .. var name]:
                (Name, IsAbstract) = ("@" + LosslessText.Decode(name), true);
                break;
            case 0 when !value.IsEmpty:
                (Name, IsAbstract) = (LosslessText.Decode(value[^1] == 0 ? value[..^1] : value), false);
                break;
            case 1 when value.Length >= 2 * sizeof(uint):
                uint device = MemoryMarshal.Read<uint>(value[4..]);
                BoundFile = new FileIdentity(device >> 20, device & 0xFFFFF, MemoryMarshal.Read<uint>(value));
                break;
            case 2 when value.Length >= sizeof(uint):
                PeerInode = MemoryMarshal.Read<uint>(value);
                break;
            case 4 when value.Length >= 2 * sizeof(uint):
                (ReceiveQueue, SendQueue) = (MemoryMarshal.Read<uint>(value), MemoryMarshal.Read<uint>(value[4..]));
                break;
            case 7 when value.Length >= sizeof(uint):
                SetUser(MemoryMarshal.Read<uint>(value), root);
                break;
        }
    }

    private void SetUser(uint id, ProcRoot root)
    {
        if (Inode > 0)
        {
            UserId = id;
            User = root.Accounts.UserName(id) ?? $"{id}";
        }
    }

    // For a listening socket, these are the number of waiting connections and its limit.
    private void SetBacklog()
    {
        if (State == TcpState.Listen)
        {
            Backlog = SendQueue;
            SendQueue = 0;
        }
    }
}
