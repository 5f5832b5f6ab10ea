using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class AllocationSiteTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_place_holds_memory()
    {
        AllocationSite[] sites = [.. modern.Root.Rows<AllocationSite>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal((4194304L, 1024L, "mm/slub.c", 2325, "alloc_slab_page", null, false), (sites[1].Size, sites[1].Calls, sites[1].File, sites[1].Line, sites[1].Function, sites[1].Module, sites[1].IsAccurate));
        Assert.Equal(("loopback", true, "setup 64.0 KB"), (sites[2].Module, sites[2].IsAccurate, $"{sites[2]}"));
        Assert.Equal(3, sites.Length);
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        (List<AllocationSite> sites, List<ProcException> errors) = GrammarFile.Read<AllocationSite>("a b mm/x.c:c func:d\n1 2 nowhere\n", AllocationSite.ReadRows);
        Assert.Equal("Calls Line Size", string.Join(' ', Assert.Single(sites).Unavailable.Keys.Order()));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
