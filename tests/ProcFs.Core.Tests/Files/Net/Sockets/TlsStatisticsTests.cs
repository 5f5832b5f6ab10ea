using ProcFs.Fixtures;

namespace ProcFs;

public sealed class TlsStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_counter_has_its_property()
    {
        TlsStatistics statistics = NetFiles.Record<TlsStatistics>(modern, "tls_stat");
        Assert.Equal((1UL, 2UL, 5UL, 9UL, 12UL, 17UL), (statistics.SendingBySoftware, statistics.ReceivingBySoftware, statistics.SentBySoftware, statistics.DecryptErrors, statistics.PaddingViolations, statistics.RekeysReceived));
        Assert.Equal(17, statistics.Counters.Count);
        Assert.Empty(statistics.Unavailable);
    }

    [Fact]
    public void An_older_kernel_counts_less_and_an_odd_value_affects_only_itself()
    {
        var statistics = TlsStatistics.Parse("TlsCurrTxSw -1\nTlsNew 7\n"u8, Sources.Of("net/tls_stat"));
        Assert.Equal((null, 7UL), (statistics.SendingBySoftware, statistics.Counters["TlsNew"]));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel), (statistics.Unavailable["SendingBySoftware"], statistics.Unavailable["RekeysReceived"]));
    }
}
