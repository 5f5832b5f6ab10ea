using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MemoryRegionTests
{
    [Fact]
    public void A_region_has_addresses_and_perhaps_a_file()
    {
        MemoryRegion region = MemoryRegion.Parse("00210000-00250000 r-xs 00001000 1f:02 123        /bin/my shell"u8, Sources.Of("maps"))!;
        Assert.Equal((0x210000UL, 0x250000UL, 0x40000L, "r-xs", 0x1000UL, "1f:02", 123L, "/bin/my shell"), (region.Start, region.End, region.Size, region.Rights, region.Offset, region.Device, region.Inode, region.Target));
        Assert.Null(MemoryRegion.Parse("00210000-00250000 rw-p 00000000 00:00 0"u8, Sources.Of("maps"))!.Target);
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_range_affects_the_line()
    {
        MemoryRegion region = MemoryRegion.Parse("1000-2000 rw-p x 00:00 y"u8, Sources.Of("maps"))!;
        Assert.Equal("Inode Offset", string.Join(' ', region.Unavailable.Keys.Order()));
        Assert.Null(MemoryRegion.Parse("1000-z rw-p 0 00:00 0"u8, Sources.Of("maps")));
    }
}
