namespace ProcFs;

public sealed class ResctrlGroupsTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("res:gold\nmon:batch\n", "gold", "batch")]
    [InlineData("res:/\nmon:batch\n", "/", "batch")]
    [InlineData("res:/\nmon:\n", "/", null)]
    [InlineData("res:\nmon:\n", null, null)]
    [InlineData("res:a:b\nmon:\n", "a:b", null)]
    public void Groups_are_names_and_no_group_is_null(string text, string? resource, string? monitoring)
    {
        var groups = _files.RecordOf<ResctrlGroups>("cpu_resctrl_groups", text);
        Assert.Equal((resource, monitoring), (groups.Resource, groups.Monitoring));
    }

    [Fact]
    public void A_file_is_read_by_the_catalog() =>
        Assert.Equal("worker", SchedulingFiles.Record<ResctrlGroups>(4242).ProcessName);

    [Fact]
    public void A_line_without_a_colon_costs_no_other()
    {
        var groups = _files.RecordOf<ResctrlGroups>("cpu_resctrl_groups", "mon\nres:/\n");
        Assert.Equal(("/", null), (groups.Resource, groups.Monitoring));
        Assert.Equal("", groups.Additional["mon"]);
    }
}
