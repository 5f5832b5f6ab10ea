using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SlabCacheTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_cache_has_objects_and_slabs()
    {
        List<SlabCache> caches = Read(modern.Root);
        SlabCache dentries = caches[1];
        Assert.Equal((71190L, 71190L, 192L, 21L, 1L), (dentries.ActiveObjects, dentries.Objects, dentries.ObjectSize, dentries.ObjectsPerSlab, dentries.PagesPerSlab));
        Assert.Equal((3390L, 3390 * 4096L, "dentry 13.2 MB"), (dentries.Slabs, dentries.Size, $"{dentries}"));
        Assert.Equal(("my odd cache", 3L), (caches[2].Name, caches[2].ActiveObjects));
        Assert.All(caches, cache => Assert.Empty(cache.Unavailable));
    }

    [Fact]
    public void An_older_allocator_has_tunables_and_statistics()
    {
        SlabCache dentries = Read(old.Root)[0];
        Assert.Equal((120L, 60L, 8L, 329L), (dentries.Limit, dentries.BatchCount, dentries.SharedFactor, dentries.ActiveSlabs));
        Assert.Equal("98765   1234  87654    321", dentries.Additional["cpustat"]);
        Assert.Equal("size-64(DMA)", Read(old.Root)[1].Name);
    }

    [Fact]
    public void An_odd_value_costs_its_derived_values_and_an_odd_line_is_one_error()
    {
        (List<SlabCache> caches, List<ProcException> errors) = GrammarFile.Read<SlabCache>("slabinfo - version: 2.1\n# name\na 1 2 ? 4 5 : tunables 0 0 0 : slabdata 1 x 0\nodd\n1 2 3 4 5 : tunables\n", SlabCache.ReadRows);
        Assert.Equal(["ObjectSize", "Slabs"], Assert.Single(caches).Unavailable.Keys.Order());
        Assert.Equal((null, 1L), (caches[0].Size, caches[0].ActiveSlabs));
        Assert.Equal([4, 5], errors.Select(error => error.LineNumber));
    }

    [Fact]
    public void The_caches_of_this_machine_match_meminfo()
    {
        Assert.SkipUnless(Native.GetEffectiveUserId() == 0 && File.Exists("/proc/slabinfo"), "Root alone may read slabinfo.");
        long size = Read(new ProcRoot()).Sum(cache => cache.Size!.Value);
        long slab = new ProcRoot().Read<MemoryInfo>().Slab!.Value;
        Assert.InRange(size, slab / 2, slab * 2);
    }

    private static List<SlabCache> Read(ProcRoot root) =>
        [.. root.Rows<SlabCache>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
