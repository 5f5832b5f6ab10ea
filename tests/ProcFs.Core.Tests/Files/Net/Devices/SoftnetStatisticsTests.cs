using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SoftnetStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_CPU_counts_its_packets()
    {
        List<SoftnetStatistics> cpus = NetFiles.Rows<SoftnetStatistics>(modern, "softnet_stat");
        Assert.Equal((0, 0, 0x15c73UL, 0x20e76UL, 0xf0000769UL), (cpus[0].Slot, cpus[0].Cpu, cpus[0].Processed, cpus[0].Dropped, cpus[0].TimeSqueezed));
        Assert.Equal((0UL, 1UL, 2UL, 3UL), (cpus[0].Collisions, cpus[0].ReceivedFromOthers, cpus[0].FlowLimitDropped, cpus[0].BacklogLength));
        Assert.Equal((4UL, 5UL), (cpus[0].InputQueueLength, cpus[0].ProcessQueueLength));
        Assert.Empty(cpus[0].Unavailable);
        Assert.Equal((1, 2, "2: 23478194 processed, 0 dropped"), (cpus[1].Slot, cpus[1].Cpu, $"{cpus[1]}"));
    }

    [Fact]
    public void An_older_kernel_has_fewer_columns_and_does_not_name_the_CPU()
    {
        List<SoftnetStatistics> cpus = NetFiles.Rows<SoftnetStatistics>(old, "softnet_stat");
        Assert.Equal((0xffffffffUL, 7UL, 9UL, null), (cpus[0].Processed, cpus[0].Collisions, cpus[0].ReceivedFromOthers, cpus[0].Cpu));
        Assert.Equal((1, null, "1: 36472 processed, 1 dropped"), (cpus[1].Slot, cpus[1].ReceivedFromOthers, $"{cpus[1]}"));
        Assert.Equal(UnavailableReason.NotOnThisKernel, cpus[1].Unavailable["Cpu"]);
    }

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 a b", 0xbUL, null)]
    [InlineData("1 2 3 4 5 6 7 8 9 a b c d", 0xbUL, 13)]
    [InlineData("1 2 3 4 5 6 7 8 9 a x c ffffffffff", null, null)]
    public void Columns_are_as_many_as_the_kernel_writes(string line, ulong? limited, int? cpu)
    {
        SoftnetStatistics row = Assert.Single(NetFiles.RowsOf<SoftnetStatistics>("softnet_stat", line + "\n").Rows);
        Assert.Equal((limited, cpu), (row.FlowLimitDropped, row.Cpu));
    }

    [Fact]
    public void A_line_of_two_numbers_is_not_a_row() =>
        Assert.Single(NetFiles.RowsOf<SoftnetStatistics>("softnet_stat", "1 2\n").Errors);
}
