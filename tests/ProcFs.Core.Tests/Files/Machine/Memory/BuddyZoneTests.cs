using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class BuddyZoneTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Blocks_are_by_order()
    {
        List<BuddyZone> zones = Read(modern.Root);
        Assert.Equal(["0 DMA", "0 DMA32", "0 Normal", "1 Normal"], zones.Select(zone => $"{zone}"));
        Assert.Equal([7, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], zones[3].FreeBlocks!);
        Assert.Equal(((7 + 4) * 4096L, 4 * 4096L), (zones[3].FreeSize, zones[3].LargestBlock));
        Assert.Equal((256 + 512 + 3072) * 4096L, zones[0].FreeSize);
    }

    [Fact]
    public void A_32_bit_kernel_has_high_memory() => Assert.Equal(["DMA", "Normal", "HighMem"], Read(old.Root).Select(zone => zone.Zone));

    [Fact]
    public void An_odd_count_costs_its_derived_values_and_an_odd_line_is_one_error()
    {
        (List<BuddyZone> zones, List<ProcException> errors) = GrammarFile.Read<BuddyZone>("Node 0, zone DMA 1 ? 3\nNode x, zone DMA 1\nNode 2, zone Device\n", Lines.Read);
        Assert.Equal(["FreeBlocks", "FreeSize", "LargestBlock"], zones[0].Unavailable.Keys.Order());
        Assert.Equal((0L, 0L, "2 Device"), (zones[1].FreeSize, zones[1].LargestBlock, $"{zones[1]}"));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void The_free_memory_of_this_machine_is_nearly_that_of_meminfo()
    {
        long free = Read(new ProcRoot()).Sum(zone => zone.FreeSize!.Value);
        var memory = new ProcRoot().Read<MemoryInfo>();
        Assert.InRange(free, 0, memory.Free!.Value + (memory.Total!.Value / 5));
    }

    private static List<BuddyZone> Read(ProcRoot root) =>
        [.. root.Rows<BuddyZone>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
