using ProcFs.Fixtures;

namespace ProcFs;

public sealed class IPv6RouteStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void The_numbers_are_hexadecimal()
    {
        IPv6RouteStatistics routes = NetFiles.Record<IPv6RouteStatistics>(modern, "rt6_stats");
        Assert.Equal((9L, 6L, 14L, 7L, 1L, 2L, 3L), (routes.Nodes, routes.RouteNodes, routes.Allocated, routes.Routes, routes.Cached, routes.Destinations, routes.Discarded));
        Assert.Equal("7 routes, 1 cached", $"{routes}");
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var routes = IPv6RouteStatistics.Parse("9 -1 e\n"u8, Sources.Of("net/rt6_stats"));
        Assert.Equal((9L, null, 14L, null), (routes.Nodes, routes.RouteNodes, routes.Allocated, routes.Routes));
        Assert.Equal(UnavailableReason.Malformed, routes.Unavailable["RouteNodes"]);
    }
}
