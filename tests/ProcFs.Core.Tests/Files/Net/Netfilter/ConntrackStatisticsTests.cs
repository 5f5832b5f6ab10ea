using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ConntrackStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_column_has_its_property()
    {
        List<ConntrackStatistics> rows = NetFiles.Rows<ConntrackStatistics>(modern, "stat/nf_conntrack");
        ConntrackStatistics row = rows[0];
        Assert.Equal((33UL, 1UL, 2UL, 3UL, 4UL, 5UL), (row.Entries, row.ClashesResolved, row.Found, row.Invalid, row.ChainTooLong, row.InsertFailures));
        Assert.Equal((6UL, 7UL, 8UL, 9UL, 10UL, 11UL, 12UL), (row.Dropped, row.EarlyDropped, row.IcmpErrors, row.ExpectationsNew, row.ExpectationsCreated, row.ExpectationsDeleted, row.SearchRestarts));
        Assert.Equal((1, 0xffffffffUL), (rows[1].Cpu, rows[1].Invalid));
        Assert.Equal("0: 33 entries, 6 dropped", $"{row}");
    }

    [Fact]
    public void An_older_kernel_has_other_columns()
    {
        ConntrackStatistics row = Assert.Single(NetFiles.Rows<ConntrackStatistics>(old, "stat/nf_conntrack"));
        Assert.Equal((64UL, 0x2b46UL, 0UL, null), (row.New, row.IgnoredPackets, row.DeletedFromList, row.ChainTooLong));
        Assert.Equal(UnavailableReason.NotOnThisKernel, row.Unavailable["ClashesResolved"]);
    }
}
