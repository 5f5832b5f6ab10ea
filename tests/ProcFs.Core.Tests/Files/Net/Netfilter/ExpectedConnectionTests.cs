using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ExpectedConnectionTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_expected_connection_has_its_helper()
    {
        List<ExpectedConnection> rows = NetFiles.Rows<ExpectedConnection>(modern, "nf_conntrack_expect");
        Assert.Equal(["192.0.2.5:* -> 192.0.2.7:40001 ftp", "[::]:* -> [2001:db8::7]:5060 sip/signalling"], rows.Select(row => $"{row}"));
        Assert.Equal((TimeSpan.FromSeconds(297), 2, 6, false, false), (rows[0].Timeout, rows[0].Family, rows[0].ProtocolNumber, rows[0].IsPermanent, rows[0].IsInactive));
        Assert.Equal((null, 10, 17, true, true), (rows[1].Timeout, rows[1].Family, rows[1].ProtocolNumber, rows[1].IsPermanent, rows[1].IsInactive));
        Assert.All(rows, row => Assert.Empty(row.Unavailable));
    }

    [Fact]
    public void An_old_kernel_has_no_family()
    {
        (List<ExpectedConnection> rows, List<ProcException> errors) = NetFiles.RowsOf<ExpectedConnection>(
            "nf_conntrack_expect",
            "120 proto=6 src=192.0.2.5 dst=192.0.2.7 sport=0 dport=40001 \nodd proto=6 src=192.0.2.5 dst=192.0.2.7\n");
        ExpectedConnection row = Assert.Single(rows);
        Assert.Equal((null, 6, null), (row.Family, row.ProtocolNumber, row.Helper));
        Assert.Single(errors);
    }

    [Fact]
    public void Flow_tables_have_a_line_for_each_cpu()
    {
        List<FlowTableStatistics> rows = NetFiles.Rows<FlowTableStatistics>(modern, "stat/nf_flowtable");
        Assert.Equal(["0: 3 to add, 1 to remove", "1: 0 to add, 0 to remove"], rows.Select(row => $"{row}"));
        Assert.Equal(2L, rows[1].PendingStatistics);
    }
}
