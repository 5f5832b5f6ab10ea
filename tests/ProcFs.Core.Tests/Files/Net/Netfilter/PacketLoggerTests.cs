using ProcFs.Fixtures;

namespace ProcFs;

public sealed class PacketLoggerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_family_has_a_logger_or_none()
    {
        List<PacketLogger> rows = NetFiles.Rows<PacketLogger>(modern, "netfilter/nf_log");
        Assert.Equal(["0 NONE", "2 nf_log_ipv4", "10 NONE"], rows.Select(row => $"{row}"));
        Assert.Equal(["nf_log_ipv4", "nfnetlink_log"], rows[1].Available);
        Assert.Empty(rows[2].Available);
    }

    [Theory]
    [InlineData("x NONE ()\n")]
    [InlineData("2 NONE\n")]
    public void A_line_without_a_family_or_a_list_is_not_a_row(string text) => Assert.Single(NetFiles.RowsOf<PacketLogger>("netfilter/nf_log", text).Errors);
}
