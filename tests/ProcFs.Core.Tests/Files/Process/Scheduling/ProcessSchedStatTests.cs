namespace ProcFs;

public sealed class ProcessSchedStatTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Nanoseconds_are_time_spans()
    {
        var stat = _files.RecordOf<ProcessSchedStat>("schedstat", "3623637 640366 16\n");
        Assert.Equal((new TimeSpan(36236), new TimeSpan(6403), 16L), (stat.RunTime, stat.WaitTime, stat.TimeSlices));
    }

    [Fact]
    public void A_captured_file_is_read()
    {
        var stat = SchedulingFiles.Record<ProcessSchedStat>(4242);
        Assert.True(stat.RunTime > TimeSpan.Zero);
        Assert.Equal("worker", stat.ProcessName);
    }

    [Fact]
    public void The_largest_numbers_fit() =>
        Assert.Equal(new TimeSpan(184467440737095516), _files.RecordOf<ProcessSchedStat>("schedstat", "18446744073709551615 0 0\n").RunTime);

    [Theory]
    [InlineData("")]
    [InlineData("1 2\n")]
    public void A_line_without_all_columns_is_named(string text) => Assert.Equal(1, _files.Failure("schedstat", text).LineNumber);

    [Fact]
    public void An_odd_number_costs_its_property_alone()
    {
        var stat = _files.RecordOf<ProcessSchedStat>("schedstat", "100 ? 99999999999999999999\n");
        Assert.Equal((new TimeSpan(1), null, null), (stat.RunTime, stat.WaitTime, stat.TimeSlices));
        Assert.Equal(["TimeSlices", "WaitTime"], stat.Unavailable.Keys.Order());
        Assert.All(stat.Unavailable.Values, reason => Assert.Equal(UnavailableReason.Malformed, reason));
    }
}
