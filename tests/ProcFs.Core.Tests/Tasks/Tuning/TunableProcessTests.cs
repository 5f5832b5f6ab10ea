using ProcFs.Fixtures;

namespace ProcFs;

public sealed class TunableProcessTests : IDisposable
{
    private readonly TemporaryRoot _capture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _capture.Dispose();

    [Fact]
    public void What_is_set_is_written()
    {
        using var child = new ChildProcess();
        TunableProcess process = Find(new ProcRoot(), child.Id).Item!;
        int adjustment = process.Read().OomScoreAdj!.Value;
        Assert.SkipWhen(adjustment >= 1000, "The value cannot be raised.");
        Assert.Empty(process.Write(new ProcessTuning { OomScoreAdj = adjustment + 1, CoredumpFilter = CoreDumpFilter.ElfHeaders }, Cancellation));
        Assert.Equal($"{adjustment + 1}\n", File.ReadAllText($"/proc/{child.Id}/oom_score_adj"));
        ProcessTunables now = process.Read();
        Assert.Equal((adjustment + 1, CoreDumpFilter.ElfHeaders), (now.OomScoreAdj!.Value, now.CoredumpFilter!.Value));
        Assert.Equal((child.Id, "sleep", "sleep", process.StartTime), (now.ProcessId, now.ProcessName, now.ThreadName, now.StartTime));
    }

    [Fact]
    public void A_rejected_value_is_reported_and_the_rest_is_written()
    {
        using var child = new ChildProcess();
        TunableProcess process = Find(new ProcRoot(), child.Id).Item!;
        var tuning = new ProcessTuning { OomScoreAdj = 5000, CoredumpFilter = CoreDumpFilter.FileShared, ThreadName = "other" };
        IReadOnlyList<ProcException> errors = process.Write(tuning, Cancellation);
        Assert.Equal([$"/proc/{child.Id}/oom_score_adj", $"/proc/{child.Id}/comm"], errors.Select(error => error.Path));
        Assert.All(errors, error => Assert.Equal(ProcErrorKind.ValueRejected, error.Kind));
        Assert.Contains("A process can only name its own threads. The current value is sleep.", errors[1].Message, StringComparison.Ordinal);
        Assert.Equal(CoreDumpFilter.FileShared, process.Read().CoredumpFilter);
    }

    [Fact]
    public void An_ended_process_takes_nothing()
    {
        var child = new ChildProcess();
        TunableProcess process = Find(new ProcRoot(), child.Id).Item!;
        child.Dispose();
        var error = Assert.Throws<ProcException>(() => process.Write(new ProcessTuning { OomScoreAdj = 1000 }, Cancellation));
        Assert.Equal(ProcErrorKind.NotFound, error.Kind);
        Assert.Contains("has ended.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ProcException>(process.Read);
    }

    [Fact]
    public void Another_process_that_got_the_id_is_not_written_to()
    {
        Lay("first", 500);
        TunableProcess process = Find(_capture.Root, 4242).Item!;
        Lay("second", 501);
        var error = Assert.Throws<ProcException>(() => process.Write(new ProcessTuning { OomScoreAdj = 7 }, Cancellation));
        Assert.Equal(ProcErrorKind.NotFound, error.Kind);
        Assert.StartsWith("Process 4242, which started at 2023-11-14 22:13:25.00 +00:00, has ended. The id now belongs to second, which started at", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written.", error.Message, StringComparison.Ordinal);
        Assert.Equal("0", File.ReadAllText(_capture.PathOf("4242/oom_score_adj")));
        Assert.Throws<ProcException>(process.Read);
    }

    [Fact]
    public void The_same_process_is_written_to()
    {
        Lay("first", 500);
        TunableProcess process = Find(_capture.Root, 4242).Item!;
        Assert.Empty(process.Write(new ProcessTuning { OomScoreAdj = 7 }, Cancellation));
        Assert.Equal("7", File.ReadAllText(_capture.PathOf("4242/oom_score_adj")));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100_000, false)]
    [InlineData(-100_000, false)]
    [InlineData(10_000_000, false)]
    [InlineData(7_824_806, true)]
    [InlineData(-7_824_806, true)]
    [InlineData(10_000_001, false)]
    public void A_time_that_the_kernel_counts_has_to_be_the_same_and_another_within_a_second(long apart, bool isFound)
    {
        Lay("first", 500);
        DateTimeOffset start = Find(_capture.Root, 4242).Item!.StartTime!.Value;
        Outcome<TunableProcess> found = Find(_capture.Root, 4242, start.AddTicks(apart));
        Assert.Equal(isFound, found.Item is not null);
        Assert.Equal(isFound ? null : ProcErrorKind.NotFound, found.Error?.Kind);
    }

    [Fact]
    public void Processes_without_a_start_time_are_never_the_same()
    {
        _capture.Write("4242/stat", "4242 (a) S 1 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 500 0 0").Write("4242/comm", "a\n");
        Assert.Equal(ProcErrorKind.NotFound, Find(_capture.Root, 4242, DateTimeOffset.UtcNow).Error!.Kind);
        Assert.NotNull(Find(_capture.Root, 4242).Item);
    }

    [Fact]
    public void The_start_of_a_thread_stands_for_its_process()
    {
        Lay("first", 500);
        _capture.Write("4242/task/4250/stat", "4250 (worker) S 1 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 2 0 700 0 0");
        var start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_007);
        Assert.NotNull(Find(_capture.Root, 4242, start, 4250).Item);
        Assert.Contains("no such thread", Find(_capture.Root, 4242, start, 4251).Error!.Message, StringComparison.Ordinal);
        Assert.NotNull(Find(_capture.Root, 4242, start, 4242).Error);
    }

    [Fact]
    public void A_file_that_the_kernel_lacks_is_not_supported()
    {
        Lay("first", 500);
        ProcException error = Assert.Single(Find(_capture.Root, 4242).Item!.Write(new ProcessTuning { Autogroup = 5 }, Cancellation));
        Assert.Equal((ProcErrorKind.NotSupported, $"{_capture.Root}/4242/autogroup"), (error.Kind, error.Path));
    }

    [Fact]
    public void A_thread_that_is_not_there_is_not_found()
    {
        Lay("first", 500);
        var tuning = new ProcessTuning { ThreadName = "other", ThreadId = 4250 };
        ProcException error = Assert.Single(Find(_capture.Root, 4242).Item!.Write(tuning, Cancellation));
        Assert.Equal((ProcErrorKind.NotFound, $"{_capture.Root}/4242/task/4250/comm"), (error.Kind, error.Path));
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        Lay("first", 500);
        ProcessTunables found = Find(_capture.Root, 4242).Item!.Read();
        Assert.Equal((0, "first"), (found.OomScoreAdj, found.ThreadName));
        Assert.Equal((null, null, null), (found.CoredumpFilter, found.TimerSlack, found.AutogroupNice));
        _capture.Write("4242/coredump_filter", "00000033\n").Write("4242/timerslack_ns", "50123\n").Write("4242/autogroup", "/autogroup-25 nice -5\n");
        found = Find(_capture.Root, 4242).Item!.Read();
        Assert.Equal((CoreDumpFilter)0x33, found.CoredumpFilter);
        Assert.Equal((50_123L, TimeSpan.FromMicroseconds(50.1)), (found.TimerSlackNanoseconds!.Value, found.TimerSlack!.Value));
        Assert.Equal((25L, -5), (found.AutogroupId!.Value, found.AutogroupNice!.Value));
    }

    [Fact]
    public void Nothing_that_is_null_is_written()
    {
        Assert.Empty(new ProcessTuning().Writes);
        var all = new ProcessTuning
        {
            OomScoreAdj = 0,
            CoredumpFilter = CoreDumpFilter.None,
            TimerSlack = TimeSpan.Zero,
            Autogroup = 0,
            ThreadName = "",
            ClearReferenced = PageMarks.All,
        };
        Assert.Equal(["oom_score_adj=0", "coredump_filter=0x0", "timerslack_ns=0", "autogroup=0", "comm=", "clear_refs=1"], all.Writes.Select(write => $"{write.Key}={write.Value}"));
    }

    private static Outcome<TunableProcess> Find(ProcRoot root, int id, DateTimeOffset? start = null, int? threadId = null) =>
        Assert.Single(TunableProcess.Find(root.Processes(id), start, threadId, new ReadSummary(), Cancellation));

    private void Lay(string name, int startTicks) => _capture
        .Write("stat", "cpu 0\nbtime 1700000000\n")
        .Write("4242/comm", $"{name}\n")
        .Write("4242/stat", $"4242 ({name}) S 1 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 {startTicks} 0 0")
        .Write("4242/oom_score_adj", "0");
}
