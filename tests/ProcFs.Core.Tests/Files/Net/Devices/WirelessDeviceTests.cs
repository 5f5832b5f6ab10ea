using ProcFs.Fixtures;

namespace ProcFs;

public sealed class WirelessDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_link_has_a_quality_and_packets_are_discarded()
    {
        List<WirelessDevice> devices = NetFiles.Rows<WirelessDevice>(modern, "wireless");
        Assert.Equal(("wlan0", 1, 70.0, -40.0, -256.0), (devices[0].Name, devices[0].Status, devices[0].LinkQuality, devices[0].SignalLevel, devices[0].NoiseLevel));
        Assert.Equal((1UL, 2UL, 3UL, 4UL, 5UL, 6UL), (devices[0].DiscardedNetwork, devices[0].DiscardedEncryption, devices[0].DiscardedFragments, devices[0].DiscardedRetries, devices[0].DiscardedOthers, devices[0].MissedBeacons));
        Assert.Equal((16.0, 0.0, 2256UL), (devices[1].LinkQuality, devices[1].SignalLevel, devices[1].DiscardedOthers));
        Assert.All(devices, device => Assert.Empty(device.Unavailable));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        const string Text = "Inter-| sta-|   Quality        | Missed | WE\n face | tus | link level noise | beacon | 22\n wlan0: x . -40x -1 -1\n";
        WirelessDevice device = Assert.Single(NetFiles.RowsOf<WirelessDevice>("wireless", Text).Rows);
        Assert.Equal((null, null, null, -1.0, null), (device.Status, device.LinkQuality, device.SignalLevel, device.NoiseLevel, device.MissedBeacons));
        Assert.Equal(UnavailableReason.NotOnThisKernel, device.Unavailable["DiscardedRetries"]);
    }
}
