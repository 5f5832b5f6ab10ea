using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class FlashPartitionTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_partition_has_a_size_and_a_name_that_may_hold_blanks() => Assert.Equal(
        [("mtd0", 0x100000L, 0x20000L, "u-boot"), ("mtd1", 0x7f00000L, 0x20000L, "root fs")],
        modern.Root.Rows<FlashPartition>(TestContext.Current.CancellationToken).Select(row => (row.Item!.Device, row.Item.Size!.Value, row.Item.EraseSize!.Value, row.Item.Name!)));

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        FlashPartition partition = Assert.Single(GrammarFile.Read<FlashPartition>("dev:    size   erasesize  name\nmtd0: big 10 name\n", FlashPartition.ReadRows).Rows);
        Assert.Equal((16L, "Name Size"), (partition.EraseSize, string.Join(' ', partition.Unavailable.Keys.Order())));
    }
}
