using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class PageTypeZoneTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_kind_has_free_blocks_and_blocks_of_its_own()
    {
        PageTypeZone[] rows = [.. modern.Root.Rows<PageTypeZone>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([("Unmovable", 120L, 3L), ("Movable", 9800L, 17L), ("Reclaimable", 640L, 5L)], rows.Select(row => (row.Type, row.PageBlocks!.Value, row.MixedBlocks!.Value)));
        Assert.Equal((0, "Normal", 512 * 4096L), (rows[0].Node, rows[0].Zone, rows[0].BlockSize));
        Assert.Equal([127L, 450, 546, 297, 87, 135, 187, 60, 19, 0, 0], rows[0].FreeBlocks!);
        Assert.Equal((false, true, 100000L), (rows[0].IsCapped, rows[1].IsCapped, rows[1].FreeBlocks![0]));
    }

    [Fact]
    public void An_odd_count_costs_itself_alone()
    {
        (List<PageTypeZone> rows, List<ProcException> errors) = GrammarFile.Read<PageTypeZone>("Node 0, zone DMA, type Movable 1 x\nNode y, zone DMA, type Movable 1\nNumber of blocks type Movable\nNode 0, zone DMA many\n", PageTypeZone.ReadRows);
        Assert.Equal("FreeBlocks PageBlocks", string.Join(' ', Assert.Single(rows).Unavailable.Keys.Order()));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
