using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NfsFileCacheTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void The_cache_counts_files()
    {
        var cache = modern.Root.Read<NfsFileCache>();
        Assert.Equal((12L, 4096L, 7L, 12345L, 300L, 310L, 288L), (cache.Files, cache.Buckets, cache.ListedFiles, cache.Hits, cache.Acquisitions, cache.Allocations, cache.Releases));
        Assert.Equal((200L, 1.5), (cache.Evictions, cache.MeanAge!.Value.TotalSeconds));
        Assert.Empty(cache.Additional);
    }

    [Theory]
    [InlineData("total entries: 3\nmean age (ms): -\n", null)]
    [InlineData("total entries: 3\n", UnavailableReason.NotOnThisKernel)]
    [InlineData("total entries: 3\nmean age (ms): x\n", UnavailableReason.Malformed)]
    public void The_age_may_be_unknown(string text, UnavailableReason? reason)
    {
        var cache = NfsFileCache.Parse(Sources.Latin1(text), Sources.Of("filecache"));
        Assert.Equal((3L, null), (cache.Files, cache.MeanAge));
        Assert.Equal(reason, cache.Unavailable.TryGetValue(nameof(cache.MeanAge), out UnavailableReason why) ? why : null);
    }
}
