using ProcFs.Tree;

namespace ProcFs;

public sealed class IdMappingTests
{
    [Fact]
    public void Each_line_is_a_range_of_ids()
    {
        IdMapping[] ranges = ValueOf("4242/uid_map");
        Assert.Equal([(0u, 1000u, 1u), (1u, 100000u, 65536u)], ranges.Select(range => (range.InsideId, range.OutsideId!.Value, range.IdCount)));
        Assert.All(ranges, range => Assert.Equal(NamespaceFixture.ProcessId, range.ProcessId));
        Assert.Single(ValueOf("4242/gid_map"));
    }

    [Fact]
    public void A_namespace_without_a_map_has_no_ranges() => Assert.Empty(ValueOf("4242/projid_map"));

    [Fact]
    public void The_text_of_a_range_is_the_line_that_the_file_takes() =>
        Assert.Equal(["0 1000 1", "1 100000 65536"], ValueOf("4242/uid_map").Select(range => range.ToString()));

    [Fact]
    public void Ids_reach_to_the_end_of_32_bits_and_an_unmapped_one_is_null()
    {
        ProcSource source = new(NamespaceFixture.Root, "x");
        var all = IdMapping.Parse("         0          0 4294967295"u8, source)!;
        Assert.Equal((0u, 0u, uint.MaxValue), (all.InsideId, all.OutsideId!.Value, all.IdCount));
        var unmapped = IdMapping.Parse("5 4294967295 1"u8, source)!;
        Assert.Null(unmapped.OutsideId);
        Assert.Equal("5 4294967295 1", unmapped.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1 2 3 4")]
    [InlineData("1 2 4294967296")]
    [InlineData("-1 2 3")]
    public void Another_line_is_not_a_row(string line) =>
        Assert.Null(IdMapping.Parse(NamespaceFixture.Bytes(line), new ProcSource(NamespaceFixture.Root, "x")));

    [Fact]
    public void The_listing_shows_the_ranges_on_one_line() =>
        Assert.Equal("0 1000 1; 1 100000 65536", new ProcTree(NamespaceFixture.Root).Get("4242/uid_map").ToEntry().Value);

    [Fact]
    public void The_setting_beside_it_is_text() =>
        Assert.Equal("deny", Assert.IsType<KernelParameter>(NamespaceFixture.Item("4242/setgroups")).Value);

    private static IdMapping[] ValueOf(string path) => Assert.IsType<IdMapping[]>(Assert.IsType<KernelParameter>(NamespaceFixture.Item(path)).Value);
}
