using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NetlinkSocketTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_socket_has_its_protocol_address_and_queues()
    {
        List<NetlinkSocket> sockets = Read(fixture.Root, "4300/net/netlink");
        Assert.Equal(["route 0 4", "route 4300 20114", "uevent 2855318021 20140", "17 4300 20150"], sockets.Select(socket => $"{socket}"));
        Assert.Equal((0x440551L, 4352L, 0L, 7L), (sockets[1].Groups, sockets[1].ReceiveQueue, sockets[1].SendQueue, sockets[1].Drops));
        Assert.Equal((null, 768L, true, 3L), (sockets[3].KernelAddress, sockets[3].SendQueue, sockets[3].IsDumping, sockets[3].References));
        Assert.All(sockets, socket => Assert.Empty(socket.Unavailable));
    }

    [Fact]
    public void An_older_kernel_writes_an_address_for_a_dump_and_an_id_with_a_sign()
    {
        using var root = new TemporaryRoot();
        root.Write(
            "net/netlink",
            "sk       Eth Pid    Groups   Rmem     Wmem     Dump     Locks     Drops     Inode\n" +
            "f60a2000 0   -4104  00000111 0        0        (null)   2         0         6022    \n" +
            "f60a2400 15  868    ffffffff 0        0        f60a9800 2         0         x\n");
        List<NetlinkSocket> sockets = Read(root.Root, "net/netlink");
        Assert.Equal((4294963192U, false, 6022UL), (sockets[0].PortId, sockets[0].IsDumping, sockets[0].Inode));
        Assert.Equal((0xffffffffL, true, null), (sockets[1].Groups, sockets[1].IsDumping, sockets[1].Inode));
        Assert.Equal(UnavailableReason.Malformed, sockets[1].Unavailable["Inode"]);
    }

    [Fact]
    public void The_kernels_own_sockets_are_there()
    {
        Assert.Contains(Read(new ProcRoot(), "net/netlink"), socket => socket is { ProtocolName: "route", PortId: 0 });
    }

    private static List<NetlinkSocket> Read(ProcRoot root, string file)
    {
        var rows = new List<NetlinkSocket>();
        NetlinkSocket.ReadRows(new ProcSource(root, file), socket =>
        {
            rows.Add(socket);
            return true;
        });
        return rows;
    }
}
