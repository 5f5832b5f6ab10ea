using System.Text;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class BondingDeviceTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_aggregation_has_its_settings_and_its_active_aggregator()
    {
        BondingDevice bond = NetFiles.Record<BondingDevice>(modern, "bonding/bond0");
        Assert.Equal(("bond0 up", "IEEE 802.3ad Dynamic link aggregation"), ($"{bond}", bond.Mode));
        Assert.Equal(("v6.18.0", "layer3+4 (1)", "on", "fast", 1, "bandwidth"), (bond.DriverVersion, bond.TransmitHashPolicy, bond.LacpActive, bond.LacpRate, bond.MinimumLinks, bond.AggregatorSelection));
        Assert.Equal((100, 200, 300), (bond.LinkPollingInterval?.TotalMilliseconds, bond.UpDelay?.TotalMilliseconds, bond.DownDelay?.TotalMilliseconds));
        Assert.Equal((65535, "02:00:5e:00:53:01"), (bond.SystemPriority, bond.SystemAddress));
        Assert.Equal((1, 1, 15, 7, "02:00:5e:00:53:99"), (bond.AggregatorId, bond.AggregatorPorts, bond.ActorKey, bond.PartnerKey, bond.PartnerAddress));
        Assert.Null(bond.Active);
        Assert.Null(bond.ArpTargets);
        Assert.Empty(bond.Additional);
        Assert.DoesNotContain(UnavailableReason.Malformed, bond.Unavailable.Values);
    }

    [Fact]
    public void The_packets_of_both_ends_are_told_apart()
    {
        BondedDevice device = NetFiles.Record<BondingDevice>(modern, "bonding/bond0").Devices[0];
        Assert.Equal(("eth0 up", 10_000_000_000, "full", 2, 0, 1), ($"{device}", device.Speed, device.Duplex, device.LinkFailures, device.QueueId, device.AggregatorId));
        Assert.Equal(("none", "monitoring", 1, 3), (device.ActorChurnState, device.PartnerChurnState, device.ActorChurns, device.PartnerChurns));
        Assert.Equal((65535, 15, 255, 1, 63), (device.ActorSystemPriority, device.ActorKey, device.ActorPortPriority, device.ActorPortNumber, device.ActorPortState));
        Assert.Equal((32768, 7, 128, 24, 61), (device.PartnerSystemPriority, device.PartnerKey, device.PartnerPortPriority, device.PartnerPortNumber, device.PartnerPortState));
        Assert.Equal(("02:00:5e:00:53:01", "02:00:5e:00:53:99"), (device.ActorSystemAddress, device.PartnerSystemAddress));
        Assert.Empty(device.Additional);
    }

    [Fact]
    public void An_unknown_speed_and_a_missing_aggregator_are_null_but_not_malformed()
    {
        BondedDevice device = NetFiles.Record<BondingDevice>(modern, "bonding/bond0").Devices[1];
        Assert.Equal(("eth1 going down", null, null, 3), ($"{device}", device.Speed, device.AggregatorId, device.QueueId));
        Assert.DoesNotContain(UnavailableReason.Malformed, device.Unavailable.Values);
    }

    [Fact]
    public void Monitoring_by_requests_has_its_targets()
    {
        BondingDevice bond = Parse(
            "Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)\n\nBonding Mode: fault-tolerance (active-backup) (fail_over_mac active)\n"
            + "Primary Slave: eth0 (primary_reselect always)\nCurrently Active Slave: eth1\nMII Status: up\nMII Polling Interval (ms): 0\n"
            + "ARP Polling Interval (ms): 1000\nARP Missed Max: 2\nARP IP target/s (n.n.n.n form): 192.0.2.1, 192.0.2.2\nNS IPv6 target/s (xx::xx form): 2001:db8::1\n"
            + "\nSlave Interface: eth1\nMII Status: up\nSpeed: 65535 Mbps\nLink Failure Count: 0\n");
        Assert.Equal("fault-tolerance (active-backup) (fail_over_mac active)", bond.Mode);
        Assert.Equal(("eth0 (primary_reselect always)", "eth1"), (bond.Primary, bond.Active));
        Assert.Equal((TimeSpan.FromSeconds(1), 2), (bond.ArpPollingInterval, bond.ArpMissedMaximum));
        Assert.Equal(("192.0.2.1, 192.0.2.2", "2001:db8::1"), (bond.ArpTargets, bond.NeighborTargets));
        Assert.Null(Assert.Single(bond.Devices).Speed);
    }

    [Fact]
    public void An_odd_value_affects_only_its_property_and_an_unknown_line_is_kept()
    {
        BondingDevice bond = Parse("Up Delay (ms): x\nDown Delay (ms): 1\nNew: 5\n\nSlave Interface: eth0\nSpeed: fast\nOther: 6\n");
        Assert.Equal((null, TimeSpan.FromMilliseconds(1), "5"), (bond.UpDelay, bond.DownDelay, bond.Additional["New"]));
        Assert.Equal(UnavailableReason.Malformed, bond.Unavailable["UpDelay"]);
        BondedDevice device = Assert.Single(bond.Devices);
        Assert.Equal((UnavailableReason.Malformed, "6"), (device.Unavailable["Speed"], device.Additional["Other"]));
    }

    private static BondingDevice Parse(string text)
    {
        using var root = new TemporaryRoot();
        return BondingDevice.Parse(Encoding.UTF8.GetBytes(text), new ProcSource(root.Root, "net/bonding/bond0"));
    }
}
