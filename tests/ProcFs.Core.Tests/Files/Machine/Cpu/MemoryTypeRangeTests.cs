using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MemoryTypeRangeTests
{
    [Theory]
    [InlineData("reg00: base=0x080000000 ( 2048MB), size= 2048MB, count=1: uncachable", 0, 0x80000000UL, 2048L * 1024 * 1024, 1, "uncachable")]
    [InlineData("reg12: base=0x0d0000 (    0MB), size=   64KB, count=2: write-protect", 12, 0xd0000UL, 64L * 1024, 2, "write-protect")]
    public void A_range_has_a_type(string line, int register, ulong start, long size, int? count, string type)
    {
        MemoryTypeRange range = MemoryTypeRange.Parse(Sources.Latin1(line), Sources.Of("mtrr"))!;
        Assert.Equal((register, start, size, count, type), (range.Register, range.Base, range.Size, range.Count, range.Type));
    }

    [Theory]
    [InlineData("reg00: base=0x0 (    0MB), size= many, count=1: uncachable")]
    [InlineData("odd")]
    public void Other_text_is_not_a_row(string line) => Assert.Null(MemoryTypeRange.Parse(Sources.Latin1(line), Sources.Of("mtrr")));
}
