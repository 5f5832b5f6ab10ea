using ProcFs.Fixtures;

namespace ProcFs;

public sealed class CoreSegmentTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_segment_is_a_range_of_addresses()
    {
        CoreSegment[] segments = [.. modern.Root.Rows<CoreSegment>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(["NOTE", "LOAD", "LOAD"], segments.Select(segment => segment.Type));
        Assert.Equal((1, 0xffffffff81000000UL, 0x1000000UL, 0x2000000UL, 0x7fffff602000UL, "rwx"), (segments[1].Number, segments[1].Start, segments[1].PhysicalAddress, segments[1].Size, segments[1].Offset, segments[1].Rights));
        Assert.Equal((null, 1000UL, null), (segments[2].PhysicalAddress, segments[0].Size, segments[0].PhysicalAddress));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no ELF file, but long enough to be the header of one, as it seems to be")]
    public void Another_file_is_malformed(string text)
    {
        using var root = new TemporaryRoot();
        root.Write("kcore", text);
        Assert.Equal(ProcErrorKind.Malformed, Assert.Single(root.Root.Rows<CoreSegment>(TestContext.Current.CancellationToken)).Error!.Kind);
    }
}
