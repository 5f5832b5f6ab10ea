using ProcFs.Fixtures;

namespace ProcFs;

public sealed class Snmp6CountersTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_counter_has_its_name_and_the_known_ones_a_property()
    {
        Snmp6Counters counters = NetFiles.Record<Snmp6Counters>(modern, "snmp6");
        Assert.Equal((1000UL, 1008UL, null), (counters.IpInReceives, counters.IpInDelivers, counters.InterfaceIndex));
        Assert.Equal((counters.Counters["Udp6NoPorts"], counters.Counters["Icmp6InPktTooBigs"]), (counters.UdpNoPorts, counters.IcmpInPacketTooBig));
        Assert.Equal(File.ReadAllLines(modern.PathOf("4300/net/snmp6")).Length, counters.Counters.Count);
        Assert.Empty(counters.Unavailable);
        Assert.Empty(counters.Additional);
    }

    [Fact]
    public void A_device_has_a_number_and_no_UDP()
    {
        Snmp6Counters counters = NetFiles.Record<Snmp6Counters>(modern, "dev_snmp6/eth0");
        Assert.Equal((2, 1000UL, ulong.MaxValue, null), (counters.InterfaceIndex, counters.IpInReceives, counters.IpInTooBig, counters.UdpInDatagrams));
        Assert.False(counters.Counters.ContainsKey("ifIndex"));
        Assert.Empty(counters.Unavailable);
    }

    [Fact]
    public void An_older_kernel_counts_less_and_an_odd_value_affects_only_itself()
    {
        Snmp6Counters counters = NetFiles.Record<Snmp6Counters>(old, "snmp6");
        Assert.Equal((7UL, 4294967295UL, null), (counters.IpInReceives, counters.UdpInDatagrams, counters.IpInBytes));
        Assert.Equal(UnavailableReason.NotOnThisKernel, counters.Unavailable["IpInBytes"]);
        counters = Snmp6Counters.Parse("Ip6InReceives -1\n\nIp6New 5\nIp6Odd\n"u8, Sources.Of("net/snmp6"));
        Assert.Equal((null, 5UL, ""), (counters.IpInReceives, counters.Counters["Ip6New"], counters.Additional["Ip6Odd"]));
        Assert.Equal(UnavailableReason.Malformed, counters.Unavailable["IpInReceives"]);
    }
}
