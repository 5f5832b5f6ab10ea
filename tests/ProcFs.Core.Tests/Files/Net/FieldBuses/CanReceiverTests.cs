using ProcFs.Fixtures;

namespace ProcFs;

public sealed class CanReceiverTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_receiver_has_its_id_and_mask()
    {
        CanReceiver receiver = Assert.Single(NetFiles.Rows<CanReceiver>(modern, "can/rcvlist_all"));
        Assert.Equal(("can0 0 raw", 0UL, 14L), ($"{receiver}", receiver.Mask, receiver.Matches));
        Assert.Equal(["4", "5"], receiver.Additional.Keys.Order());
        Assert.Empty(NetFiles.Rows<CanReceiver>(modern, "can/rcvlist_eff"));
        Assert.Equal(0x1F334455UL, Assert.Single(NetFiles.RowsOf<CanReceiver>("can/rcvlist_eff", "   can0   1f334455  9fffffff  0  0         3  bcm\n").Rows).CanId);
    }
}
