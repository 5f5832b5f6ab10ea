using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class MemoryZoneTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const long Page = 4096;

    [Fact]
    public void A_zone_has_watermarks_counters_and_those_of_its_node()
    {
        List<MemoryZone> zones = Read(modern.Root);
        Assert.Equal((0, "DMA", 3840 * Page, 22 * Page, 27 * Page, 32 * Page, 37 * Page), (zones[0].Node, zones[0].Zone, zones[0].Free, zones[0].Minimum, zones[0].Low, zones[0].High, zones[0].Promotion));
        Assert.Equal((4095 * Page, 3998 * Page, 0L), (zones[0].Spanned, zones[0].Present, zones[0].Cma));
        Assert.Equal((452358L, 3840L), (zones[0].NodeCounters["nr_inactive_anon"], zones[0].Counters["nr_free_pages"]));
        Assert.Equal(5, zones[0].Protection!.Length);
        Assert.Empty(zones[1].NodeCounters);
        Assert.All(zones, zone => Assert.Empty(zone.Additional));
        Assert.All(zones, zone => Assert.Empty(zone.Unavailable));
    }

    [Fact]
    public void Each_cpu_keeps_pages()
    {
        MemoryZone zone = Read(modern.Root)[1];
        Assert.Equal([0, 1], zone.PageSets.Select(set => set.Cpu!.Value));
        Assert.All(zone.PageSets, set => Assert.Empty(set.Additional));
        Assert.All(zone.PageSets, set => Assert.NotNull(set.Threshold));
        Assert.NotNull(zone.FirstPage);
        Assert.False(zone.IsUnreclaimable);
    }

    [Fact]
    public void An_older_kernel_looks_otherwise()
    {
        MemoryZone zone = Assert.Single(Read(old.Root));
        Assert.Equal((1042 * Page, 0L, 3906 * Page, null), (zone.Free, zone.Scanned, zone.Present, zone.Managed));
        Assert.Equal([0L, 869, 869, 869], zone.Protection!);
        Assert.Equal((33L, 12L, true, 16L), (zone.Counters["nr_dirtied"], zone.Counters["prev_priority"], zone.IsUnreclaimable, zone.FirstPage));
        Assert.Equal([(0, 1 * Page, 4), (1, 2 * Page, 5)], zone.PageSets.Select(set => (set.Cpu!.Value, set.Size!.Value, set.Threshold!.Value)));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_zone_is_one_error()
    {
        (List<MemoryZone> zones, List<ProcException> errors) = GrammarFile.Read<MemoryZone>("Node x, zone DMA\nNode 1, zone Normal\n  pages free many\n        protection: (0, x)\n    nr_text on\n", MemoryZone.ReadRows);
        Assert.Equal("Free Protection", string.Join(' ', Assert.Single(zones).Unavailable.Keys.Order()));
        Assert.Equal("on", zones[0].Additional["nr_text"]);
        Assert.Equal(1, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void This_machine_has_zones_with_memory()
    {
        List<MemoryZone> zones = Read(new ProcRoot());
        Assert.Contains(zones, zone => zone.Managed > 0 && zone.PageSets.Count > 0);
        Assert.All(zones, zone => Assert.Empty(zone.Unavailable));
    }

    private static List<MemoryZone> Read(ProcRoot root) =>
        [.. root.Rows<MemoryZone>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
