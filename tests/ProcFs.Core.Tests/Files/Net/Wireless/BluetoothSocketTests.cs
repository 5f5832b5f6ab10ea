using ProcFs.Fixtures;

namespace ProcFs;

public sealed class BluetoothSocketTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_socket_has_its_inode_and_user()
    {
        List<BluetoothSocket> sockets = NetFiles.Rows<BluetoothSocket>(modern, "l2cap");
        Assert.Equal([21091UL, 21092UL], sockets.Select(socket => socket.Inode));
        Assert.Equal((768L, 65534U, 21091UL), (sockets[1].ReceiveQueue, sockets[1].UserId, sockets[1].ParentInode));
        KeySocket key = Assert.Single(NetFiles.Rows<KeySocket>(modern, "pfkey"));
        Assert.Equal((21090UL, 3L, 0U), (key.Inode, key.References, key.UserId));
        Assert.Empty(key.Unavailable);
    }

    [Fact]
    public void Words_after_the_known_columns_are_kept()
    {
        const string Text = "sk               RefCnt Rmem   Wmem   User   Inode  Parent\n0000000000000000 1 0 0 0 5 0 02:00:5e:00:53:01 00:00:00:00:00:00 1\n";
        BluetoothSocket socket = Assert.Single(NetFiles.RowsOf<BluetoothSocket>("rfcomm", Text).Rows);
        Assert.Equal((null, "02:00:5e:00:53:01"), (socket.KernelAddress, socket.Additional["+1"]));
    }
}
