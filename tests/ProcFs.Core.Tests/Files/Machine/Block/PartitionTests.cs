using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class PartitionTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_partition_has_a_size()
    {
        List<Partition> partitions = Read(modern.Root);
        Assert.Equal([("sda", 8, 0, 268435456L * 1024), ("sda1", 8, 1, 524288L * 1024), ("nvme0n1", 259, 0, 1875374424L * 1024)], partitions.Select(row => (row.Name, row.Major!.Value, row.Minor!.Value, row.Size!.Value)));
        Assert.All(partitions, partition => Assert.Empty(partition.Additional));
    }

    [Fact]
    public void Linux_2_4_counts_here()
    {
        Partition disk = Read(old.Root)[1];
        Assert.Equal(("cciss/c0d0", "3", "10"), (disk.Name, disk.Additional["rsect"], disk.Additional["aveq"]));
    }

    [Fact]
    public void An_odd_size_costs_itself_alone()
    {
        Partition disk = Assert.Single(GrammarFile.Read<Partition>("major minor  #blocks  name\n\n 8 x -1 sda\n", Partition.ReadRows).Rows);
        Assert.Equal(["Minor", "Size"], disk.Unavailable.Keys.Order());
    }

    [Fact]
    public void This_machine_has_them() => Assert.All(Read(new ProcRoot()), partition => Assert.Empty(partition.Unavailable));

    private static List<Partition> Read(ProcRoot root) =>
        [.. root.Rows<Partition>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
