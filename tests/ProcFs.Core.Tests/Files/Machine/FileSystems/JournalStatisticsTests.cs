using ProcFs.Fixtures;

namespace ProcFs;

public sealed class JournalStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_journal_has_transactions_and_averages()
    {
        var journal = JournalStatistics.Parse(File.ReadAllBytes(modern.Root.PathOf("fs/jbd2/sda1-8/info")), Sources.Of("fs/jbd2/sda1-8/info"));
        Assert.Equal((1234L, 1200L, 8192L), (journal.Transactions, journal.Requested, journal.MaximumBlocks));
        Assert.Equal((1.0, 2.0, 400.0, 3.0, 4.0, 12.0, 3.456), (Ms(journal.WaitTime), Ms(journal.RequestDelay), Ms(journal.RunTime), Ms(journal.LockTime), Ms(journal.FlushTime), Ms(journal.LogTime), Ms(journal.CommitTime)));
        Assert.Equal((23L, 5L, 6L), (journal.Handles, journal.Blocks, journal.LoggedBlocks));
        Assert.Empty(journal.Unavailable);
        Assert.Empty(journal.Additional);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var journal = JournalStatistics.Parse("x transactions (y requested), each up to z blocks\n  fast logging transaction\n  7 new things\n"u8, Sources.Of("fs/jbd2/a/info"));
        Assert.Equal(["LogTime", "MaximumBlocks", "Requested", "Transactions"], journal.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order());
        Assert.Equal("7", journal.Additional["new things"]);
    }

    private static double Ms(TimeSpan? time) => time!.Value.TotalMilliseconds;
}
