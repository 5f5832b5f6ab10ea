using System.Net;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class IPv4RouteTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Addresses_are_in_the_order_of_the_machine()
    {
        List<IPv4Route> routes = NetFiles.Rows<IPv4Route>(modern, "route");
        Assert.Equal(
            ["0.0.0.0/0 via 192.0.2.1 dev eth0", "192.0.2.0/24 dev eth0", "198.100.51.0/24 dev *", "203.113.0.7/32 dev wg0"],
            routes.Select(route => $"{route}"));
        Assert.Equal((IPAddress.Any, IPAddress.Parse("192.0.2.1"), 0, 100L), (routes[0].Destination, routes[0].Gateway, routes[0].PrefixLength, routes[0].Metric));
        Assert.Equal((null, RouteFlags.Up | RouteFlags.Reject), (routes[2].Device, routes[2].Flags));
        Assert.Equal((4294967295L, 1460L, 65535L, TimeSpan.FromMilliseconds(300)), (routes[3].Metric, routes[3].Mtu, routes[3].Window, routes[3].InitialRoundTripTime));
        Assert.All(routes, route => Assert.Empty(route.Unavailable));

        const string Text = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\neth0\tC0000200\t00000000\t0001\t0\t0\t0\tFFFFFF00\n";
        Assert.Equal("192.0.2.0/24 dev eth0", $"{Assert.Single(NetFiles.RowsOf<IPv4Route>("route", Text, "s390x").Rows)}");
    }

    [Fact]
    public void An_older_kernel_counts_references_and_lookups()
    {
        IPv4Route route = Assert.Single(NetFiles.Rows<IPv4Route>(old, "route"));
        Assert.Equal(("172.16.0.0/16 dev eth0", 2L, 91L, 40L), ($"{route}", route.References, route.Uses, route.Mtu));
    }

    [Fact]
    public void A_noncontiguous_mask_has_no_length_and_odd_values_affect_only_themselves()
    {
        const string Text = "Iface\tDestination\tGateway\tFlags\tMetric\tMask\neth0\t000200C0\t?\t123456789\t-1\t00FF00FF\n";
        IPv4Route route = Assert.Single(NetFiles.RowsOf<IPv4Route>("route", Text).Rows);
        Assert.Equal((null, IPAddress.Parse("255.0.255.0"), null, -1L, null), (route.PrefixLength, route.Mask, route.Gateway, route.Metric, route.Flags));
        Assert.Equal("192.0.2.0/255.0.255.0 dev eth0", $"{route}");
        Assert.Equal(
            [("Flags", UnavailableReason.Malformed), ("Gateway", UnavailableReason.Malformed), ("InitialRoundTripTime", UnavailableReason.NotOnThisKernel)],
            route.Unavailable.OrderBy(field => field.Key).Take(3).Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void The_routes_of_this_machine_lead_over_its_devices()
    {
        string?[] devices = [.. NetFiles.Rows<NetDevice>(new ProcRoot(), "self/net/dev").Rows.Select(device => device.Name)];
        Assert.Empty(NetFiles.Rows<IPv4Route>(new ProcRoot(), "self/net/route").Rows.Select(route => route.Device).OfType<string>().Except(devices));
    }
}
