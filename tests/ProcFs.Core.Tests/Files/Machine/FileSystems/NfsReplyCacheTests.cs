using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NfsReplyCacheTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void The_cache_counts_replies()
    {
        var cache = modern.Root.Read<NfsReplyCache>();
        Assert.Equal((10000L, 12L, 128L, 2688L, 3L, 400L, 5000L), (cache.MaximumEntries, cache.Entries, cache.Buckets, cache.MemoryUsage, cache.Hits, cache.Misses, cache.NotCached));
        Assert.Equal((1L, 2L, 9L), (cache.PayloadMisses, cache.LongestChain, cache.EntriesAtLongest));
        Assert.Empty(cache.Additional);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        var cache = NfsReplyCache.Parse("cache hits: x\ncache misses: 4\nnew: 1\n"u8, Sources.Of("reply_cache_stats"));
        Assert.Equal((null, 4L, "1", UnavailableReason.Malformed), (cache.Hits, cache.Misses, cache.Additional["new"], cache.Unavailable["Hits"]));
    }
}
