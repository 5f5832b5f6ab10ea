namespace ProcFs.IO;

public sealed class ReadAheadTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100_000)]
    public void Order_is_kept(int count) => Assert.Equal(
        Enumerable.Range(0, count),
        ReadAhead.Run<int>((emit, _) => EmitUpTo(count, emit), TestContext.Current.CancellationToken));

    [Fact]
    public void Nothing_is_read_before_the_first_request()
    {
        bool started = false;
        IEnumerable<int> items = ReadAhead.Run<int>((_, _) => started = true, TestContext.Current.CancellationToken);
        Assert.False(started);
        Assert.Empty(items);
        Assert.True(started);
    }

    [Fact]
    public void The_first_comes_before_the_last_is_made()
    {
        using var firstSeen = new ManualResetEventSlim();
        bool waited = false;
        IEnumerable<int> items = ReadAhead.Run<int>(
            (emit, _) =>
            {
                emit(1);
                waited = firstSeen.Wait(s_longest, CancellationToken.None);
                emit(2);
            },
            TestContext.Current.CancellationToken);
        foreach (int item in items)
        {
            firstSeen.Set();
        }

        Assert.True(waited);
    }

    [Fact]
    public void Stopping_early_ends_the_reading()
    {
        using var ended = new ManualResetEventSlim();
        int made = 0;
        IEnumerable<int> items = ReadAhead.Run<int>(
            (emit, _) =>
            {
                try
                {
                    for (int i = 0; ; i++)
                    {
                        emit(i);
                        made = i;
                    }
                }
                finally
                {
                    ended.Set();
                }
            },
            TestContext.Current.CancellationToken);
        Assert.Equal([0, 1, 2], items.Take(3));
        Assert.True(ended.Wait(s_longest, TestContext.Current.CancellationToken));
        Assert.True(made < 100_000);
    }

    [Fact]
    public void A_slow_consumer_holds_the_reading_up()
    {
        int made = 0;
        using IEnumerator<int> items = ReadAhead.Run<int>(
            (emit, _) =>
            {
                for (int i = 0; i < 1_000_000; i++)
                {
                    emit(i);
                    Volatile.Write(ref made, i);
                }
            },
            TestContext.Current.CancellationToken).GetEnumerator();
        Assert.True(items.MoveNext());
        int seen;
        do
        {
            seen = Volatile.Read(ref made);
            Thread.Sleep(100);
        }
        while (seen != Volatile.Read(ref made));

        Assert.True(seen < 100_000);
    }

    [Fact]
    public void An_exception_of_the_reading_reaches_the_consumer_after_its_objects()
    {
        var seen = new List<int>();
        var thrown = Assert.Throws<InvalidOperationException>(() =>
        {
            IEnumerable<int> items = ReadAhead.Run<int>(
                (emit, _) =>
                {
                    EmitUpTo(5, emit);
                    throw new InvalidOperationException("broken");
                },
                CancellationToken.None);
            foreach (int item in items)
            {
                seen.Add(item);
            }
        });
        Assert.Equal("broken", thrown.Message);
        Assert.Equal([0, 1, 2, 3, 4], seen);
    }

    [Fact]
    public void Cancellation_ends_a_consumer_that_waits()
    {
        using var cancellation = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        IEnumerable<int> items = ReadAhead.Run<int>(
            (emit, _) =>
            {
                emit(1);
                release.Wait(s_longest, CancellationToken.None);
            },
            cancellation.Token);
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (int item in items)
            {
                cancellation.Cancel();
            }
        });
        release.Set();
    }

    private static void EmitUpTo(int count, Action<int> emit)
    {
        for (int i = 0; i < count; i++)
        {
            emit(i);
        }
    }
}
