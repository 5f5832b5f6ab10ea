using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PhonetSocketTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_socket_has_its_object_and_a_resource_its_socket()
    {
        List<PhonetSocket> sockets = NetFiles.Rows<PhonetSocket>(modern, "phonet");
        Assert.Equal(["0x6c40 Close 21601", "0x6c41 Listen 21602"], sockets.Select(socket => $"{socket}"));
        Assert.Equal((1, 768L, 1L, 0xffff8a5c0a1b4000UL, 0U), (sockets[0].Protocol, sockets[0].ReceiveQueue, sockets[0].Drops, sockets[0].KernelAddress, sockets[0].UserId));
        Assert.Equal((0x1bUL, null, 3L), (sockets[1].Resource, sockets[1].KernelAddress, sockets[1].References));
        PhonetResource resource = Assert.Single(NetFiles.Rows<PhonetResource>(modern, "pnresource"));
        Assert.Equal(("0x1b 21602", 1000U), ($"{resource}", resource.UserId));
        Assert.All(sockets, socket => Assert.Empty(socket.Unavailable));
    }

    [Fact]
    public void An_object_that_cannot_be_read_costs_its_row()
    {
        (List<PhonetSocket> rows, List<ProcException> errors) = NetFiles.RowsOf<PhonetSocket>("phonet", "pt  loc  rem rs st\n 1 x:0000:00 07 0:0 0 1 1 0 0\n 1 0001:00 07 0:0 0 2 1 0 0\n");
        Assert.Single(errors);
        Assert.Equal((2UL, UnavailableReason.Malformed), (Assert.Single(rows).Inode, rows[0].Unavailable["Resource"]));
        Assert.Empty(NetFiles.RowsOf<PhonetSocket>("phonet", "pt  loc  rem rs st\n").Rows);
    }
}
