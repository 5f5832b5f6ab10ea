namespace ProcFs;

public sealed class ProcessArchStatusTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Milliseconds_are_a_time_span_and_never_is_null()
    {
        Assert.Equal(TimeSpan.FromSeconds(1.2), SchedulingFiles.Record<ProcessArchStatus>(4242).Avx512Elapsed);
        Assert.Null(SchedulingFiles.Record<ProcessArchStatus>(4243).Avx512Elapsed);
    }

    [Fact]
    public void A_processor_without_them_has_an_empty_file()
    {
        var status = _files.RecordOf<ProcessArchStatus>("arch_status", "");
        Assert.Null(status.Avx512Elapsed);
        Assert.Empty(status.Additional);
    }

    [Fact]
    public void What_is_new_is_kept() => Assert.Equal("1", _files.RecordOf<ProcessArchStatus>("arch_status", "shiny:\t1\n").Additional["shiny"]);

    [Theory]
    [InlineData("AVX512_elapsed_ms:\tlong\n")]
    [InlineData("AVX512_elapsed_ms:\t99999999999999999999\n")]
    public void A_value_that_cannot_be_read_is_null(string text)
    {
        var status = _files.RecordOf<ProcessArchStatus>("arch_status", text);
        Assert.Null(status.Avx512Elapsed);
        Assert.Equal(UnavailableReason.Malformed, status.Unavailable["Avx512Elapsed"]);
    }
}
