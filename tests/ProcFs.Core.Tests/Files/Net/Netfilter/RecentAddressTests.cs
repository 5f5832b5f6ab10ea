using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RecentAddressTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_address_has_the_times_of_its_packets()
    {
        List<RecentAddress> rows = NetFiles.Rows<RecentAddress>(modern, "xt_recent/ssh");
        Assert.Equal(["192.0.2.5", "2001:db8::1"], rows.Select(row => $"{row}"));
        Assert.Equal((64, 4294937296UL, 2), (rows[0].TimeToLive, rows[0].LastSeen, rows[0].NextIndex));
        Assert.Equal([4294937096UL, 4294937296UL], rows[0].Times);
    }

    [Theory]
    [InlineData("192.0.2.5 ttl: 64\n")]
    [InlineData("src=192.0.2.5 ttl: 64 last_seen: 7\n")]
    [InlineData("src=192.0.2.5 ttl: 64 last_seen: 7 oldest_pkt: 1 x\n")]
    public void A_line_that_ends_early_is_not_a_row(string text) => Assert.Single(NetFiles.RowsOf<RecentAddress>("xt_recent/x", text).Errors);

    [Fact]
    public void An_odd_value_affects_only_itself() =>
        Assert.Equal(["Address", "TimeToLive"], Assert.Single(NetFiles.RowsOf<RecentAddress>("xt_recent/x", "src=x ttl: y last_seen: 7 oldest_pkt: 1 7\n").Rows).Unavailable.Keys.Order());
}
