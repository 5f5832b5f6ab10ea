using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RouteCacheStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_column_has_its_property()
    {
        RouteCacheStatistics row = Assert.Single(NetFiles.Rows<RouteCacheStatistics>(modern, "stat/rt_cache"));
        Assert.Equal((5UL, 1UL, 31UL, 2UL, 3UL, 4UL, 6UL), (row.Entries, row.InHits, row.InSlow, row.InSlowMulticast, row.InNoRoute, row.InBroadcast, row.InMartianDestination));
        Assert.Equal((7UL, 8UL, 24UL, 9UL, 10UL, 11UL), (row.InMartianSource, row.OutHits, row.OutSlow, row.OutSlowMulticast, row.Collections, row.CollectionsIgnored));
        Assert.Equal((12UL, 13UL, 14UL, 15UL), (row.CollectionsMissed, row.Overflows, row.InSearches, row.OutSearches));
        Assert.Empty(row.Unavailable);
        Assert.Equal("0: 31 in, 24 out", $"{row}");
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        RouteCacheStatistics row = Assert.Single(NetFiles.RowsOf<RouteCacheStatistics>("stat/rt_cache", "entries in_hit\n? 7\n").Rows);
        Assert.Equal((null, 7UL, UnavailableReason.NotOnThisKernel), (row.Entries, row.InHits, row.Unavailable["OutHits"]));
    }
}
