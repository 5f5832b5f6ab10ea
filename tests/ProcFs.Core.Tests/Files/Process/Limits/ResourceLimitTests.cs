using ProcFs.Text;

namespace ProcFs;

public sealed class ResourceLimitTests : IDisposable
{
    private const string Header = "Limit                     Soft Limit           Hard Limit           Units     \n";

    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Every_limit_of_the_kernel_has_its_name_and_unit()
    {
        var limits = SchedulingFiles.Rows<ResourceLimit>(4242);
        Assert.Equal(ResourceName.All, limits.Select(limit => (limit.Name, limit.Resource)));
        Assert.Equal(
            ["seconds", "bytes", "bytes", "bytes", "bytes", "bytes", "processes", "files", "bytes", "bytes", "locks", "signals", "bytes", null, null, "us"],
            limits.Select(limit => limit.Unit));
        Assert.All(limits, limit => Assert.Equal((4242, "worker"), (limit.ProcessId, limit.ProcessName)));
    }

    [Fact]
    public void Unlimited_is_null_and_zero_is_zero()
    {
        ResourceLimit core = Find("CORE");
        Assert.Equal((0UL, (ulong?)null), (core.Soft!.Value, core.Hard));
        Assert.Equal((20000UL, 20000UL), (Find("NOFILE").Soft!.Value, Find("NOFILE").Hard!.Value));
    }

    [Theory]
    [InlineData("NOFILE", 4L)]
    [InlineData("NPROC", 4L)]
    [InlineData("AS", 2476L * 1024)]
    [InlineData("DATA", 224L * 1024)]
    [InlineData("STACK", 132L * 1024)]
    [InlineData("RSS", 1284L * 1024)]
    [InlineData("MEMLOCK", 0L)]
    [InlineData("SIGPENDING", 3L)]
    [InlineData("CPU", 0L)]
    [InlineData("FSIZE", null)]
    [InlineData("NICE", null)]
    public void Usage_is_reported_if_it_is_known(string resource, long? used) => Assert.Equal(used, Find(resource).Used);

    [Fact]
    public void What_cannot_be_read_is_null_and_not_zero()
    {
        string text = Header + "Max address space         unlimited            unlimited            bytes     \nMax open files            1024                 4096                 files     \n";
        List<ResourceLimit> limits = _files.RowsOf<ResourceLimit>("limits", text);
        Assert.Equal([null, null], limits.Select(limit => limit.Used));
    }

    [Fact]
    public void A_malformed_status_hides_the_usage_but_not_the_limits()
    {
        _ = _files.Failure("status", "nonsense\n");
        var limit = Assert.Single(_files.RowsOf<ResourceLimit>("limits", Header + "Max address space         5                    unlimited            bytes     \n"));
        Assert.Equal((5UL, (long?)null), (limit.Soft!.Value, limit.Used));
    }

    [Theory]
    [InlineData("open files", "NOFILE")]
    [InlineData("nofile", "NOFILE")]
    [InlineData("max*", null)]
    [InlineData("*time*", "CPU,RTPRIO,RTTIME")]
    public void A_reader_gives_the_wanted_limits_only(string wildcard, string? expected)
    {
        var reader = new ResourceLimitReader([new Wildcard(wildcard)]);
        var found = reader.Read(SchedulingFiles.Captured.Processes([4242]), new ReadSummary(), TestContext.Current.CancellationToken)
            .Select(outcome => outcome.Item!.Resource);
        Assert.Equal(expected ?? "", string.Join(',', found));
    }

    [Fact]
    public void Rows_are_named_as_setrlimit_names_them() => Assert.Contains("NOFILE", SchedulingFiles.RowNames(4242, "limits"));

    [Fact]
    public void A_limit_that_is_not_known_keeps_the_words_of_the_kernel()
    {
        var limit = Assert.Single(_files.RowsOf<ResourceLimit>("limits", Header + "Max future things         7                    unlimited            things    \n"));
        Assert.Equal(("future things", "future things", 7UL, "things"), (limit.Name, limit.Resource, limit.Soft!.Value, limit.Unit));
        Assert.Null(limit.Used);
    }

    [Fact]
    public void A_malformed_line_is_reported_with_its_number_and_the_others_still_come()
    {
        (int rows, List<ProcException> errors) = _files.RowsAndErrors(
            "limits",
            Header + "Max open files            many                 4096                 files     \nshort\nMax file locks            1                    2                    locks     \n");
        Assert.Equal(1, rows);
        Assert.Equal([2, 3], errors.Select(error => error.LineNumber));
        Assert.All(errors, error => Assert.Equal(ProcErrorKind.Malformed, error.Kind));
    }

    private static ResourceLimit Find(string resource) =>
        Assert.Single(SchedulingFiles.Rows<ResourceLimit>(4242), limit => limit.Resource == resource);
}
