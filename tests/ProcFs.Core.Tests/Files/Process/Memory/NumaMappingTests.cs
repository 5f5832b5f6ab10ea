using ProcFs.Fixtures;

namespace ProcFs;

public sealed class NumaMappingTests(MemoryRoot fixture) : IClassFixture<MemoryRoot>
{
    [Fact]
    public void Every_field_of_a_line_has_its_place()
    {
        NumaMapping mapping = Parse("7f00 bind=static:0-1,4 file=/a\\040b\\134 huge anon=3 dirty=2 mapped=5 mapmax=7 swapcache=1 active=4 writeback=6 N0=3 N12=2 kernelpagesize_kB=2048 new=x odd")!;
        const long Page = 2048 * 1024;
        Assert.Equal((0x7f00UL, "bind=static:0-1,4", "/a b\\134", true), (mapping.Start, mapping.Policy, mapping.Target, mapping.IsHuge));
        Assert.Equal((Page, 3 * Page, 2 * Page, 5 * Page, 7L), (mapping.PageSize, mapping.Anonymous, mapping.Dirty, mapping.Mapped, mapping.MaxMapCount));
        Assert.Equal((Page, 4 * Page, 6 * Page), (mapping.SwapCache, mapping.Active, mapping.Writeback));
        Assert.Equal([(0, 3 * Page), (12, 2 * Page)], mapping.Nodes.Select(node => (node.Key, node.Value)));
        Assert.Equal([("new", "x"), ("odd", "")], mapping.Additional.Select(field => (field.Key, field.Value)).OrderBy(field => field.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("7f00 default", "default")]
    [InlineData("7f00 prefer:1 heap", "prefer:1")]
    [InlineData("7f00 prefer (many):0-1 anon=1 N0=1 kernelpagesize_kB=4", "prefer (many):0-1")]
    [InlineData("7f00 weighted interleave:0-3 stack", "weighted interleave:0-3")]
    public void Policies_may_have_two_words(string line, string policy)
    {
        NumaMapping mapping = Parse(line)!;
        Assert.Equal(policy, mapping.Policy);
        Assert.Empty(mapping.Additional);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7f00")]
    [InlineData("xyz default")]
    public void A_line_in_another_format_yields_nothing(string line) => Assert.Null(Parse(line));

    [Fact]
    public void Without_a_size_pages_have_the_size_of_the_machine()
    {
        long page = Sources.Of("numa_maps").Root.Facts.PageSize;
        NumaMapping file = Parse("00400000 default file=/usr/bin/sleep mapped=7 mapmax=2 active=5 N0=7")!;
        Assert.Equal((7 * page, 2L, 5 * page, 7 * page), (file.Mapped, file.MaxMapCount, file.Active, file.Nodes[0]));
        NumaMapping heap = Parse("00607000 default heap anon=3 dirty=3 active=0 N0=1 N1=2")!;
        Assert.Equal((3 * page, 3 * page, 0L), (heap.Anonymous, heap.Dirty, heap.Active));
        Assert.Equal([(0, page), (1, 2 * page)], heap.Nodes.Select(node => (node.Key, node.Value)));
        Assert.All([file, heap], mapping => Assert.Null(mapping.PageSize));
        Assert.Equal([("PageSize", UnavailableReason.NotOnThisKernel)], heap.Unavailable.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public void Huge_pages_of_unknown_size_have_no_bytes()
    {
        NumaMapping mapping = Parse("7f00 default file=/dev/hugepages/x huge dirty=3 N0=3")!;
        Assert.Equal((null, "3"), (mapping.Dirty, mapping.Additional["N0"]));
        Assert.Equal(UnavailableReason.NotOnThisKernel, mapping.Unavailable["Dirty"]);
        Assert.Empty(mapping.Nodes);
    }

    [Theory]
    [InlineData("anon=many")]
    [InlineData("anon=-1")]
    [InlineData("anon=-1 kernelpagesize_kB=0")]
    [InlineData("anon=9223372036854775807")]
    [InlineData("anon=18446744073709551616")]
    public void A_value_that_cannot_be_read_costs_its_field_alone(string field)
    {
        NumaMapping mapping = Parse($"7f00 default {field} N0=x dirty=2 kernelpagesize_kB=4")!;
        Assert.Equal((null, 8192L, "x"), (mapping.Anonymous, mapping.Dirty, mapping.Additional["N0"]));
        Assert.Equal(UnavailableReason.Malformed, mapping.Unavailable["Anonymous"]);
    }

    [Fact]
    public void Unreported_values_are_null()
    {
        NumaMapping mapping = Parse("7f00 default stack")!;
        Assert.True(mapping.IsStack);
        Assert.Equal((null, null, null, null), (mapping.PageSize, mapping.Anonymous, mapping.Mapped, mapping.Target));
        Assert.Empty(mapping.Nodes);
        Assert.Empty(mapping.Unavailable);
    }

    [Fact]
    public void Names_of_the_capture_are_exact()
    {
        var all = new List<NumaMapping>();
        fixture.Read("numa_maps", source => NumaMapping.ReadRows(source, ((Action<NumaMapping>)all.Add).Always()));
        Assert.Equal(34, all.Count);
        Assert.Equal(
            [("/memfd:a b", true), ("/srv/data/hl", true), ("/srv/data/bad\uDCFFtab\t=q", false), ("/srv/data/both (deleted)", true)],
            all.SkipWhile(mapping => mapping.Target != "/memfd:a b").Take(4).Select(mapping => (mapping.Target, mapping.IsDeleted)));
        Assert.Contains(all, mapping => mapping.Target == "/srv/data/lit\\012eral");
        Assert.Contains(all, mapping => mapping.Target == "/srv/data/x\ny \\040z");
        Assert.Single(all, mapping => mapping.IsHeap);
        Assert.Single(all, mapping => mapping.IsStack);
    }

    [Fact]
    public void Without_maps_the_text_has_to_do()
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/maps", "").Write("4242/numa_maps", "7f00 default file=/x\\012y\\040z\\040(deleted)\nnonsense\n9f00 default\n");
        var all = new List<NumaMapping>();
        var errors = new List<ProcException>();
        MemoryRoot.Read(root.Root, "numa_maps", source => NumaMapping.ReadRows(source, ((Action<NumaMapping>)all.Add).Always()), errors.Add);
        Assert.Equal(("/x\ny z", true), (all[0].Target, all[0].IsDeleted));
        Assert.Equal(2, all.Count);
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    private static NumaMapping? Parse(string line) => NumaMapping.Parse(Sources.Latin1(line), Sources.Of("numa_maps"), _ => null);
}
