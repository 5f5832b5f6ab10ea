using System.Net;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class IPv6RouteTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_route_has_a_destination_an_origin_and_a_gateway()
    {
        List<IPv6Route> routes = NetFiles.Rows<IPv6Route>(modern, "ipv6_route");
        Assert.Equal(
            ["2001:db8::/64 dev eth0", "::/0 via fe80::a dev eth0", "2001:db8::aaaa/128 dev lo", "::/0 dev lo"],
            routes.Select(route => $"{route}"));
        Assert.Equal((IPAddress.Parse("2001:db8:0:1::"), 64, 2L, 31L), (routes[2].Origin, routes[2].OriginPrefixLength, routes[2].References, routes[2].Uses));
        Assert.Equal((0x400L, RouteFlags.Up | RouteFlags.Gateway | RouteFlags.Default | RouteFlags.AddressConfigured | RouteFlags.Expires), (routes[1].Metric, routes[1].Flags));
        Assert.Equal((4294967295L, RouteFlags.Local | RouteFlags.NoNextHop | RouteFlags.Up), (routes[3].Metric, routes[2].Flags));
        Assert.All(routes, route => Assert.Empty(route.Unavailable));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_short_line_is_not_a_row()
    {
        (List<IPv6Route> routes, List<ProcException> errors) = NetFiles.RowsOf<IPv6Route>(
            "ipv6_route",
            "?0010db8000000000000000000000000 40 00 00 00000000000000000000000000000000 1 2 3 4\n20010db8 40\n");
        IPv6Route route = Assert.Single(routes);
        Assert.Equal(("?/64 dev *", null, RouteFlags.Host), ($"{route}", route.Origin, route.Flags));
        Assert.Equal(UnavailableReason.Malformed, route.Unavailable["Destination"]);
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
