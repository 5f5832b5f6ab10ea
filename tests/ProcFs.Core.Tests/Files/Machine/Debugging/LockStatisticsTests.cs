using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class LockStatisticsTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_lock_was_waited_for_and_held()
    {
        LockStatistics[] locks = [.. modern.Root.Rows<LockStatistics>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(["&mm->mmap_lock-W", "&mm->mmap_lock-R", "unix_table_lock"], locks.Select(row => row.Name));
        Assert.Equal((46L, 84L, TimeSpan.FromMicroseconds(0.25), 2922365L, TimeSpan.FromMicroseconds(464026.25)), (locks[0].ContentionBounces, locks[0].Contentions, locks[0].ShortestWait, locks[0].Acquisitions, locks[0].HoldTime));
        Assert.Equal([0, 2, 0], locks.Select(row => row.ContentionPoints.Count));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_no_row_comes_that_is_not_wanted()
    {
        LockStatistics row = Assert.Single(GrammarFile.Read<LockStatistics>("a: 1 x\nb: 1 2\nc: 1 2\n", LockStatistics.ReadRows, most: 1).Rows);
        Assert.Equal((1L, null, UnavailableReason.Malformed), (row.ContentionBounces, row.Contentions, row.Unavailable["Contentions"]));
    }
}
