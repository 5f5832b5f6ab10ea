using ProcFs.Fixtures;

namespace ProcFs;

public sealed class BootNetworkTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void The_servers_and_the_domain_are_those_of_the_boot()
    {
        BootNetwork network = NetFiles.Record<BootNetwork>(modern, "pnp");
        Assert.Equal(("DHCP", "example.org", "192.0.2.1"), (network.Protocol, network.Domain, $"{network.BootServer}"));
        Assert.Equal(["192.0.2.53", "198.51.100.53"], network.NameServers.Select(server => $"{server}"));
        Assert.Equal("DHCP example.org", $"{network}");
    }

    [Fact]
    public void A_machine_without_a_configuration_reports_so_and_other_lines_are_kept()
    {
        var network = BootNetwork.Parse("#MANUAL\n\nnameserver x\nntpserver 192.0.2.3\n"u8, Sources.Of("net/pnp"));
        Assert.Equal(("MANUAL", null, null), (network.Protocol, network.Domain, network.BootServer));
        Assert.Empty(network.NameServers);
        Assert.Equal(["nameserver x", "ntpserver 192.0.2.3"], network.Others);
    }
}
