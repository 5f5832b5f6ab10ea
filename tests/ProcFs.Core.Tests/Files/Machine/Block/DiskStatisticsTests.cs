using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DiskStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    private const long Sector = 512;

    [Fact]
    public void Sectors_are_bytes_and_milliseconds_are_times()
    {
        DiskStatistics disk = Read(modern.Root)[1];
        Assert.Equal((8, 0, "sda"), (disk.Major, disk.Minor, disk.Name));
        Assert.Equal((526261L, 55550L, 21425562 * Sector, TimeSpan.FromMilliseconds(226502)), (disk.Reads, disk.ReadsMerged, disk.ReadSize, disk.ReadTime));
        Assert.Equal((1350437L, 280752L, 95907568 * Sector, TimeSpan.FromMilliseconds(188894)), (disk.Writes, disk.WritesMerged, disk.WriteSize, disk.WriteTime));
        Assert.Equal((3L, TimeSpan.FromMilliseconds(295352), TimeSpan.FromMilliseconds(655511)), (disk.InFlight, disk.BusyTime, disk.WeightedTime));
        Assert.Equal((1581649L, 2419L, 90549504 * Sector, TimeSpan.FromMilliseconds(234788)), (disk.Discards, disk.DiscardsMerged, disk.DiscardSize, disk.DiscardTime));
        Assert.Equal((31592L, TimeSpan.FromMilliseconds(5324)), (disk.Flushes, disk.FlushTime));
        Assert.Empty(disk.Unavailable);
    }

    [Fact]
    public void A_field_of_a_later_kernel_is_kept_by_its_number()
    {
        DiskStatistics disk = Read(modern.Root)[3];
        Assert.Equal(("7", 4294967295L), (disk.Additional["18"], disk.InFlight));
    }

    [Fact]
    public void An_older_kernel_lacks_discards_and_most_numbers_of_partitions()
    {
        List<DiskStatistics> disks = Read(old.Root);
        Assert.Equal((25353L, null, UnavailableReason.NotOnThisKernel), (disks[0].Reads, disks[0].Discards, disks[0].Unavailable["Flushes"]));
        Assert.Equal((180L, 230 * Sector, 1640L, 200 * Sector, null), (disks[1].Reads, disks[1].ReadSize, disks[1].Writes, disks[1].WriteSize, disks[1].ReadsMerged));
        Assert.Equal(("cciss/c0d0", TimeSpan.FromMilliseconds(4294967290)), (disks[2].Name, disks[2].ReadTime));
        Assert.Equal(-1, disks[3].InFlight);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_a_line_without_counters_is_not_a_row()
    {
        var source = Sources.Of("diskstats");
        DiskStatistics disk = DiskStatistics.Parse("8 0 sda 1 2 -3 4 5 6 7 8 9 10 11"u8, source)!;
        Assert.Equal((1L, null, UnavailableReason.Malformed), (disk.Reads, disk.ReadSize, disk.Unavailable["ReadSize"]));
        Assert.Null(DiskStatistics.Parse("8 0 sda"u8, source));
        Assert.Null(DiskStatistics.Parse("x 0 sda 1 2 3 4"u8, source));
    }

    [Fact]
    public void The_partitions_of_this_machine_are_among_its_disks()
    {
        string[] disks = [.. Read(new ProcRoot()).Select(disk => disk.Name)];
        Assert.Empty(new ProcRoot().Rows<Partition>(TestContext.Current.CancellationToken).Select(row => row.Item!.Name).Except(disks));
    }

    private static List<DiskStatistics> Read(ProcRoot root) =>
        [.. root.Rows<DiskStatistics>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
