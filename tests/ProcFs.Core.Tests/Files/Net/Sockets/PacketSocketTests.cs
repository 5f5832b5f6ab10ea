using System.Net.Sockets;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PacketSocketTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_socket_has_its_type_protocol_and_device()
    {
        (List<PacketSocket> sockets, List<ProcException> errors) = Read(fixture.Root, "4300/net/packet");
        Assert.Empty(errors);
        Assert.Equal(["Raw 3 22901", "Dgram 800 22930", "10 88cc 22940"], sockets.Select(socket => $"{socket}"));
        Assert.Equal((2, true, 768L, 0U), (sockets[0].InterfaceIndex, sockets[0].IsRunning, sockets[0].ReceiveQueue, sockets[0].UserId));
        Assert.Equal((0, false, null), (sockets[1].InterfaceIndex, sockets[1].IsRunning, sockets[1].KernelAddress));
    }

    [Fact]
    public void A_row_without_an_inode_is_reported()
    {
        using var root = new TemporaryRoot();
        root.Write("net/packet", "sk       RefCnt Type Proto  Iface R Rmem   User   Inode\nf6db7c00 3      3    0003   ?     1 0      0      77\nf6db7c00 3      3\n");
        (List<PacketSocket> sockets, List<ProcException> errors) = Read(root.Root, "net/packet");
        Assert.Equal((77UL, null), (Assert.Single(sockets).Inode, sockets[0].InterfaceIndex));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void A_socket_of_this_process_is_found_by_its_inode()
    {
        Socket? own = null;
        try
        {
            own = new Socket(AddressFamily.Packet, SocketType.Dgram, (ProtocolType)0);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
        {
            Assert.Skip("needs CAP_NET_RAW");
        }

        using (own)
        {
            string? link = new FileInfo($"/proc/self/fd/{own.SafeHandle.DangerousGetHandle()}").LinkTarget;
            PacketSocket found = Assert.Single(Read(new ProcRoot(), "net/packet").Rows, socket => $"socket:[{socket.Inode}]" == link);
            Assert.Equal(SocketType.Dgram, found.Type);
        }
    }

    private static (List<PacketSocket> Rows, List<ProcException> Errors) Read(ProcRoot root, string file)
    {
        var rows = new List<PacketSocket>();
        var errors = new List<ProcException>();
        PacketSocket.ReadRows(new ProcSource(root, file) { Report = errors.Add }, socket =>
        {
            rows.Add(socket);
            return true;
        });
        return (rows, errors);
    }
}
