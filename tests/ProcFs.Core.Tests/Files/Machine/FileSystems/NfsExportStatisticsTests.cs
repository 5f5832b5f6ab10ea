using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class NfsExportStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_export_counts_bytes() => Assert.Equal(
        [("/srv/my files", "192.0.2.0/24", 86400.0, 2L, 409600L, 8192L), ("/srv", "*", 90000.0, 0L, 5L, 6L)],
        modern.Root.Rows<NfsExportStatistics>(TestContext.Current.CancellationToken).Select(row => row.Item!)
            .Select(row => (row.Target, row.Client, row.StartedAfter!.Value.TotalSeconds, row.StaleHandles!.Value, row.BytesRead!.Value, row.BytesWritten!.Value)));

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        (List<NfsExportStatistics> rows, List<ProcException> errors) = GrammarFile.Read<NfsExportStatistics>("/srv\t*\tx\n\tio_read: y\n\tnew: 1\nodd\n", NfsExportStatistics.ReadRows);
        NfsExportStatistics row = Assert.Single(rows);
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed, UnavailableReason.NotOnThisKernel, "1"), (row.Unavailable["StartedAfter"], row.Unavailable["BytesRead"], row.Unavailable["BytesWritten"], row.Additional["new"]));
        Assert.Equal(4, Assert.Single(errors).LineNumber);
    }
}
