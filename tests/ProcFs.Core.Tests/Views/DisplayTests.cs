namespace ProcFs.Views;

public sealed class DisplayTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.0 KB")]
    [InlineData(1126, "1.1 KB")]
    [InlineData(204_800, "200 KB")]
    [InlineData(-2048, "-2.0 KB")]
    [InlineData(1_048_576, "1.0 MB")]
    public void A_size_has_a_suitable_unit(int bytes, string expected) => Assert.Equal(expected, Display.Size(bytes));

    [Fact]
    public void The_largest_unit_takes_what_is_beyond() => Assert.Equal("16384 EB", Display.Size(18_889_465_931_478_580_854_784m));

    [Fact]
    public void Nothing_is_shown_for_null()
    {
        string?[] shown = [Display.Text(null), Display.List(null), Display.Size(null), Display.Address(null), Display.Time(null), Display.Span(null), Display.Octal(null), Display.Pairs(null), Display.Unavailable(null), Display.Duration(null), Display.Parameter(null, "4294967295")];
        Assert.All(shown, text => Assert.Equal("", text));
        Assert.Null(Display.Safe(null));
    }

    [Fact]
    public void A_hostile_text_is_escaped_alone_and_among_others()
    {
        const string Hostile = "a\u001b[2Jb";
        string?[] shown = [Display.Text(Hostile), Display.Safe(Hostile), Display.Safe(new[] { "x", Hostile }), Display.List(new[] { Hostile }), Display.Pairs(new[] { KeyValuePair.Create(Hostile, Hostile) }), Display.Parameter(Hostile, Hostile), Display.Controllers([Hostile], Hostile), Display.Unavailable(new Dictionary<string, string> { [Hostile] = "Denied" })];
        Assert.All(shown, text => Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.Contains("[2Jb", text));
    }

    [Theory]
    [InlineData(true, null, "whole")]
    [InlineData(true, "Owner", "whole")]
    [InlineData(true, RecoveredFile.SetId, "reduced")]
    [InlineData(true, RecoveredFile.Capability, "reduced")]
    [InlineData(false, RecoveredFile.SetId, "partial")]
    public void A_restored_file_is_whole_reduced_or_partial(bool isWhole, string? notKept, string expected) =>
        Assert.Equal(expected, Display.Kept(isWhole, notKept is null ? null : new[] { notKept }));

    [Fact]
    public void Numbers_are_written_as_the_kernel_writes_them()
    {
        Assert.Equal("ffffffff81000000", Display.Address(0xffffffff81000000));
        Assert.Equal("0644", Display.Octal(420));
    }

    [Fact]
    public void A_time_span_has_days_only_if_there_are_any()
    {
        Assert.Equal("00:00:01.25", Display.Span(TimeSpan.FromMilliseconds(1250)));
        Assert.Equal("1.02:03:04", Display.Span(new TimeSpan(1, 2, 3, 4)));
        Assert.Equal("-00:00:01.25", Display.Span(TimeSpan.FromMilliseconds(-1250)));
    }

    [Fact]
    public void A_duration_has_a_suitable_unit()
    {
        Assert.Equal("12.5 µs", Display.Duration(TimeSpan.FromMicroseconds(12.5)));
        Assert.Equal("3.6 ms", Display.Duration(TimeSpan.FromMilliseconds(3.6)));
        Assert.Equal("12.35 s", Display.Duration(TimeSpan.FromMilliseconds(12_350)));
        Assert.Equal("00:01:00.00", Display.Duration(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Missing_properties_are_grouped_by_reason_in_order() =>
        Assert.Equal("Denied: Io, Root; Malformed: Size", Display.Unavailable(new Dictionary<string, string> { ["Size"] = "Malformed", ["Root"] = "Denied", ["Io"] = "Denied" }));

    [Fact]
    public void A_hierarchy_shows_its_name_after_its_controllers()
    {
        Assert.Equal("cpu, cpuacct", Display.Controllers(["cpu", "cpuacct"], null));
        Assert.Equal("name=systemd", Display.Controllers(null, "systemd"));
    }

    [Fact]
    public void A_parameter_of_several_lines_loses_its_padding()
    {
        int[] value = [0, 1];
        Assert.Equal("0 1", Display.Parameter(value, "0 1"));
        Assert.Equal("0; 1", Display.Parameter(value, "   0\n   1"));
    }
}
