using System.Net;
using System.Net.Sockets;
using ProcFs.IO;

namespace ProcFs;

public sealed class SocketDiagnosticsTests
{
    private static readonly ProcRoot s_root = new();

    [Fact]
    public void An_abstract_name_keeps_its_inner_zeros_and_a_path_loses_the_one_behind_it()
    {
        var socket = SocketInfo.OfUnix(Unix(state: 1, [0, 0, .. "\0a\0b"u8]), s_root);
        Assert.Equal(("@a\0b", true, TcpState.Established, SocketType.Stream, 77UL), (socket!.Name, socket.IsAbstract, socket.State, socket.Type, socket.Inode));
        socket = SocketInfo.OfUnix(Unix(state: 10, [0, 0, .. "/run/\xff\n\0"u8]), s_root);
        Assert.Equal(("/run/ÿ\n", false, TcpState.Listen), (socket!.Name, socket.IsAbstract, socket.State));
    }

    [Fact]
    public void What_is_cut_off_costs_no_more_than_itself()
    {
        byte[] whole = Unix(state: 7, [0, 0, .. "/run/x\0"u8]);
        for (int length = 0; length < whole.Length; length++)
        {
            var socket = SocketInfo.OfUnix(whole.AsSpan(0, length), s_root);
            Assert.Equal(length >= 16, socket is not null);
            Assert.Null(socket?.Name);
            Assert.Null(SocketInfo.OfInternet(new byte[Math.Min(length, 71)], "tcp6", s_root));
        }

        Assert.Equal(TcpState.Unknown, SocketInfo.OfInternet([0, 200, .. new byte[80]], "tcp6", s_root)!.State);
    }

    [Fact]
    public void The_kernel_knows_a_listener_of_this_process()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(9);
        using var kernel = SocketDiagnostics.Open(out _);
        Assert.NotNull(kernel);
        var found = new List<SocketInfo>();
        Assert.Equal(Interop.Errno.None, SocketDiagnosticRequest.For("tcp")!.Read(kernel, s_root, socket =>
        {
            found.Add(socket);
            return true;
        }));
        Assert.Equal(9, Assert.Single(found, socket => socket.State == TcpState.Listen && socket.LocalPort == ((IPEndPoint)listener.LocalEndpoint).Port).Backlog);
    }

    // struct unix_diag_msg: a stream with the inode 77, and a name.
    private static byte[] Unix(byte state, byte[] attribute)
    {
        byte[] name = [(byte)(attribute.Length + 2), 0, .. attribute];
        return [1, 1, state, 0, 77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. name];
    }
}
