using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class Ext4BlockGroupTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_group_has_free_blocks()
    {
        List<Ext4BlockGroup> groups = GrammarFile.Read<Ext4BlockGroup>(File.ReadAllText(modern.Root.PathOf("fs/ext4/sda1/mb_groups")), Ext4BlockGroup.ReadRows).Rows;
        Assert.Equal((0L, 2048L, 12L, 33L), (groups[0].Group, groups[0].FreeBlocks, groups[0].Fragments, groups[0].FirstFree));
        Assert.Equal([1L, 2, 3], groups[0].FreeByOrder!);
        Assert.Equal(2, groups.Count);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<Ext4BlockGroup> groups, List<ProcException> errors) = GrammarFile.Read<Ext4BlockGroup>("#group: free\n#0 : x 1 2 [ y ]\n#z : 1 2 3 [ 1 ]\n", Ext4BlockGroup.ReadRows);
        Assert.Equal("FreeBlocks FreeByOrder", string.Join(' ', Assert.Single(groups).Unavailable.Keys.Order()));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }
}
