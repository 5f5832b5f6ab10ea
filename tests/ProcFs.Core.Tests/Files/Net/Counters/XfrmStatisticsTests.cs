using ProcFs.Fixtures;

namespace ProcFs;

public sealed class XfrmStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_counter_has_its_property()
    {
        XfrmStatistics statistics = NetFiles.Record<XfrmStatistics>(modern, "xfrm_stat");
        Assert.Equal((1UL, 4UL, 13UL, 15UL, 25UL, 28UL, 32UL), (statistics.InError, statistics.InNoStates, statistics.InPolBlock, statistics.OutError, statistics.OutPolError, statistics.AcquireError, statistics.OutNoQueueSpace));
        Assert.Equal(32, statistics.Counters.Count);
        Assert.Empty(statistics.Unavailable);
        Assert.Equal("528 errors", $"{statistics}");
    }

    [Fact]
    public void An_older_kernel_counts_less_and_an_odd_value_affects_only_itself()
    {
        var statistics = XfrmStatistics.Parse("XfrmInError x\nXfrmNew 7\n"u8, Sources.Of("net/xfrm_stat"));
        Assert.Equal((null, 7UL), (statistics.InError, statistics.Counters["XfrmNew"]));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (statistics.Unavailable["InError"], statistics.Unavailable["OutError"]));
    }
}
