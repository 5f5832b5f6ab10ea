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
    public void What_is_missing_is_null_and_what_is_new_is_kept()
    {
        var io = _files.RecordOf<ProcessIo>("io", "rchar: 9223372036854775807\nzchar: 5\n");
        Assert.Equal(long.MaxValue, io.ReadChars);
        Assert.Null(io.ReadBytes);
        Assert.Equal("5", io.Additional["zchar"]);
    }

    [Theory]
    [InlineData("rchar: 1\nwchar: much\n", 2)]
    [InlineData("rchar 1\n", 1)]
    public void A_malformed_line_is_named(string text, int line)
    {
        ProcException error = _files.Failure("io", text);
        Assert.Equal((ProcErrorKind.Malformed, line), (error.Kind, error.LineNumber));
    }
}
