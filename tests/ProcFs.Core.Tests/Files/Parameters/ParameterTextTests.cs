namespace ProcFs;

public sealed class ParameterTextTests
{
    [Theory]
    [InlineData(500, "500")]
    [InlineData(true, "1")]
    [InlineData(false, "0")]
    [InlineData(null, "")]
    [InlineData("as it is", "as it is")]
    [InlineData(1.5, "1.5")]
    [InlineData(LivePatchState.None, "-1")]
    public void A_value_is_written_as_the_kernel_reads_it(object? value, string expected) =>
        Assert.Equal(expected, ParameterText.Of(value, ParameterForm.Plain));

    [Fact]
    public void Several_values_stand_beside_each_other() =>
        Assert.Equal("4096 131072 6291456", ParameterText.Of(new List<long> { 4096, 131072, 6291456 }, FormOf("sys/net/ipv4/tcp_rmem")));

    [Fact]
    public void Several_lines_stand_below_each_other() =>
        Assert.Equal("0 0 1\n1 100000 10", ParameterText.Of(new List<string> { "0 0 1", "1 100000 10" }, FormOf("0/uid_map")));

    [Theory]
    [InlineData(CoreDumpFilter.AnonymousPrivate | CoreDumpFilter.ElfHeaders, "0x11")]
    [InlineData(CoreDumpFilter.None, "0x0")]
    [InlineData("AnonymousPrivate,ElfHeaders", "0x11")]
    [InlineData(" anonymousprivate, ELFHEADERS ", "0x11")]
    [InlineData("00000033", "0x33")]
    [InlineData("0x33", "0x33")]
    [InlineData("51", "51")]
    [InlineData(51, "51")]
    [InlineData("-1", "-1")]
    [InlineData("no such kind", "no such kind")]
    [InlineData("", "")]
    public void Flags_go_by_their_number(object value, string expected) =>
        Assert.Equal(expected, ParameterText.Of(value, FormOf("0/coredump_filter")));

    [Fact]
    public void Several_flags_are_one_mask()
    {
        ParameterForm entry = FormOf("0/coredump_filter");
        Assert.Equal("0x21", ParameterText.Of(new object[] { "AnonymousPrivate", CoreDumpFilter.HugetlbPrivate }, entry));
        Assert.Equal("0x1 other", ParameterText.Of(new object[] { "AnonymousPrivate", "other" }, entry));
    }

    [Theory]
    [InlineData(PageMarks.PeakResident, "5")]
    [InlineData("softdirty", "4")]
    [InlineData(1, "1")]
    [InlineData("9", "9")]
    [InlineData("other", "other")]
    public void Marks_go_by_their_number(object value, string expected) =>
        Assert.Equal(expected, ParameterText.Of(value, FormOf("0/clear_refs")));

    [Theory]
    [InlineData("/autogroup-25 nice -5", "-5")]
    [InlineData("5", "5")]
    [InlineData("/autogroup-25 nice", "/autogroup-25 nice")]
    public void A_group_has_its_nice_value(string value, string expected) =>
        Assert.Equal(expected, ParameterText.Of(value, FormOf("0/autogroup")));

    [Fact]
    public void A_time_span_is_written_in_nanoseconds()
    {
        ParameterForm entry = FormOf("0/timerslack_ns");
        Assert.Equal("50000", ParameterText.Of(TimeSpan.FromMicroseconds(50), entry));
        Assert.Equal("922337203685477580700", ParameterText.Of(TimeSpan.MaxValue, entry));
        Assert.Equal("50000", ParameterText.Of(50_000L, entry));
    }

    private static ParameterForm FormOf(string path) => Assert.IsType<ParameterEntry>(Catalog.Find(path)).Form;
}
