using ProcFs.Fixtures;

namespace ProcFs;

public sealed class RateLimitEntryTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Flows_have_a_credit()
    {
        List<RateLimitEntry> rows = NetFiles.Rows<RateLimitEntry>(modern, "ipt_hashlimit/ssh");
        Assert.Equal(["192.0.2.5:* -> 0.0.0.0:22", "198.51.100.7:40000 -> 192.0.2.5:443"], rows.Select(row => $"{row}"));
        Assert.Equal((TimeSpan.FromSeconds(9), 1920000UL, 3840000UL, 384000UL, ulong.MaxValue), (rows[0].Expires, rows[0].Credit, rows[0].CreditCap, rows[0].Cost, rows[1].Credit));
        Assert.Equal("[2001:db8::1]:* -> [::]:443", $"{Assert.Single(NetFiles.Rows<RateLimitEntry>(modern, "ip6t_hashlimit/web"))}");
        Assert.All(rows, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_line_without_addresses_is_not_a_row()
    {
        (List<RateLimitEntry> rows, List<ProcException> errors) = NetFiles.RowsOf<RateLimitEntry>("ipt_hashlimit/x", "x ?:1->192.0.2.1:99999 -1 2 3\n9 1 2 3\n");
        Assert.Equal(["Credit", "DestinationPort", "Expires", "Source"], Assert.Single(rows).Unavailable.Keys.Order());
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
