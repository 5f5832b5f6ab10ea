using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SynProxyStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Each_column_has_its_property()
    {
        SynProxyStatistics row = Assert.Single(NetFiles.Rows<SynProxyStatistics>(modern, "stat/synproxy"));
        Assert.Equal((12UL, 1UL, 11UL, 2UL, 3UL), (row.SynReceived, row.CookiesInvalid, row.CookiesValid, row.CookiesRetransmitted, row.ConnectionsReopened));
        Assert.Equal("0: 12 requests, 11 valid", $"{row}");
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        SynProxyStatistics row = Assert.Single(NetFiles.RowsOf<SynProxyStatistics>("stat/synproxy", "entries syn_received\n0 -1\n").Rows);
        Assert.Equal((0UL, null, UnavailableReason.Malformed), (row.Entries, row.SynReceived, row.Unavailable["SynReceived"]));
    }
}
