using ProcFs.Fixtures;

namespace ProcFs;

public sealed class VlanTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_vlan_device_has_its_id_and_parent()
    {
        Assert.Equal(["eth0.100 100 eth0", "a|b 4094 eth1"], NetFiles.Rows<VlanDevice>(modern, "vlan/config").Select(device => $"{device}"));
        (List<VlanDevice> devices, List<ProcException> errors) = NetFiles.RowsOf<VlanDevice>("vlan/config", "eth0.1         | 1  | eth0\neth0.2         | odd  | eth0\n");
        Assert.Single(devices);
        Assert.Single(errors);
    }

    [Fact]
    public void A_vlan_device_has_its_counters_and_priorities()
    {
        VlanStatistics device = NetFiles.Record<VlanStatistics>(modern, "vlan/eth0.100");
        Assert.Equal(("eth0.100 100 eth0", true), ($"{device}", device.ReordersHeader));
        Assert.Equal((12UL, 840UL, 2UL, 7UL, 618UL), (device.ReceiveFrames, device.ReceiveBytes, device.ReceiveMulticast, device.TransmitFrames, device.TransmitBytes));
        Assert.Equal(("6:5", "6:3", 8), (device.IngressPriorities[6], Assert.Single(device.EgressPriorities), device.IngressPriorities.Length));
        Assert.Equal(("dev->priv_flags", "1001"), (Assert.Single(device.Additional).Key, device.Additional["dev->priv_flags"]));
        Assert.Empty(device.Unavailable);
    }

    [Fact]
    public void A_session_has_the_address_of_its_other_end() =>
        Assert.Equal("02:00:5e:00:53:01 dev eth0", $"{Assert.Single(NetFiles.Rows<PppoeSession>(modern, "pppoe"))}");
}
