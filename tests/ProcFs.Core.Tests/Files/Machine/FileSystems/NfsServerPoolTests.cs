using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class NfsServerPoolTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_pool_counts_requests()
    {
        NfsServerPool[] pools = [.. modern.Root.Rows<NfsServerPool>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((0, 1234L, 5L, 678L, 9L), (pools[0].Pool, pools[0].PacketsArrived, pools[0].SocketsEnqueued, pools[0].ThreadsWoken, pools[0].ThreadsTimedOut));
        Assert.Empty(pools[0].Additional);
    }

    [Fact]
    public void An_older_kernel_has_another_column()
    {
        NfsServerPool pool = Assert.Single(GrammarFile.Read<NfsServerPool>("# pool packets-arrived sockets-enqueued threads-woken overloads-avoided threads-timedout\n0 1 2 3 4 5\n", NfsServerPool.ReadRows).Rows);
        Assert.Equal((3L, 5L, "4"), (pool.ThreadsWoken, pool.ThreadsTimedOut, pool.Additional["overloads-avoided"]));
    }
}
