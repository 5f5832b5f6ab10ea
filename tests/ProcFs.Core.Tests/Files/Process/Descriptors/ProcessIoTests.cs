namespace ProcFs;

public sealed class ProcessIoTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_captured_file_is_typed()
    {
        var io = SchedulingFiles.Record<ProcessIo>(4242);
        Assert.Equal((4242, "worker"), (io.ProcessId, io.ProcessName));
        Assert.NotNull(io.StartTime);
        Assert.Null(io.ThreadId);
        Assert.Equal((14936, 3, 26, 1), (io.ReadChars, io.WriteChars, io.ReadCalls, io.WriteCalls));
        Assert.Equal((16384, 4096, 0), (io.ReadBytes, io.WriteBytes, io.CancelledWriteBytes));
        Assert.Empty(io.Additional);
    }

    [Fact]
    public void Missing_fields_are_null_and_new_ones_are_kept()
    {
        var io = _files.RecordOf<ProcessIo>("io", "rchar: 9223372036854775807\nzchar: 5\n");
        Assert.Equal(long.MaxValue, io.ReadChars);
        Assert.Null(io.ReadBytes);
        Assert.Equal("5", io.Additional["zchar"]);
    }

    [Fact]
    public void A_value_that_cannot_be_read_costs_its_field_alone()
    {
        var io = _files.RecordOf<ProcessIo>("io", "rchar: 1\nwchar: much\nsyscr: 2\n");
        Assert.Equal((1L, null, 2L), (io.ReadChars, io.WriteChars, io.ReadCalls));
        Assert.Equal(UnavailableReason.Malformed, io.Unavailable["WriteChars"]);
        Assert.Equal(UnavailableReason.NotOnThisKernel, io.Unavailable["ReadBytes"]);
        Assert.DoesNotContain("ReadChars", io.Unavailable.Keys);
    }

    [Fact]
    public void A_counter_beyond_the_largest_number_fell_below_zero() =>
        Assert.Equal(-4096, _files.RecordOf<ProcessIo>("io", "cancelled_write_bytes: 18446744073709547520\n").CancelledWriteBytes);
}
