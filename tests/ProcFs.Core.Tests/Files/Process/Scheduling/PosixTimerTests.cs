namespace ProcFs;

public sealed class PosixTimerTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Captured_timers_are_typed()
    {
        var timers = SchedulingFiles.Rows<PosixTimer>(4242);
        Assert.Equal([3, 2, 1, 0], timers.Select(timer => timer.TimerId));
        Assert.Equal(["CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_MONOTONIC", "CLOCK_REALTIME"], timers.Select(timer => timer.Clock));
        Assert.Equal(
            [TimerNotification.None, TimerNotification.Signal, TimerNotification.None, TimerNotification.Signal],
            timers.Select(timer => timer.Notification!.Value));
        Assert.Equal([false, true, false, false], timers.Select(timer => timer.IsTargetThread!.Value));
        Assert.All(timers, timer => Assert.Equal((4242, 4242, "worker"), (timer.ProcessId, timer.TargetId, timer.ProcessName)));
        Assert.Equal((60, "SIGRTMIN+26", 7UL), (timers[3].SignalNumber, timers[3].Signal, timers[3].SignalValue));
        Assert.Equal("SIGALRM", timers[1].Signal);
        Assert.Equal((0, (string?)null), (timers[2].SignalNumber, timers[2].Signal));
        Assert.Equal(["3", "2", "1", "0"], SchedulingFiles.RowNames(4242, "timers"));
    }

    [Theory]
    [InlineData(7, "CLOCK_BOOTTIME")]
    [InlineData(10, "10")]
    [InlineData(11, "CLOCK_TAI")]
    [InlineData(16, "16")]
    [InlineData(-33934, "CPU time of process 4241")]
    [InlineData(-33930, "CPU time of thread 4241")]
    [InlineData(-29, "clock of descriptor 3")]
    public void Clocks_have_names(int id, string name) => Assert.Equal(name, ClockName.Of(id));

    [Fact]
    public void Missing_fields_are_null_and_new_ones_are_kept()
    {
        var timer = Assert.Single(_files.RowsOf<PosixTimer>("timers", "ID: 5\nsignal: 14/00007fff86e452a8\nSlack: 12\n"));
        Assert.Equal((5, 0x7fff86e452a8UL), (timer.TimerId, timer.SignalValue));
        Assert.Null(timer.Notification);
        Assert.Null(timer.Clock);
        Assert.Equal("12", timer.Additional["Slack"]);
    }

    [Fact]
    public void An_odd_value_costs_its_properties_alone()
    {
        List<PosixTimer> timers = _files.RowsOf<PosixTimer>(
            "timers",
            "ID: 1\nsignal: x\nnotify: horn/pid.1\nClockID: (null)\nID: 2\nsignal: 3/?\nnotify: none/fid.99999999999\nClockID: 1\n");
        Assert.Equal(["ClockId", "Notification", "SignalNumber", "SignalValue"], timers[0].Unavailable.Keys.Order());
        Assert.Equal((1, 1, false), (timers[0].TimerId, timers[0].TargetId, timers[0].IsTargetThread));
        Assert.Equal(["IsTargetThread", "SignalValue", "TargetId"], timers[1].Unavailable.Keys.Order());
        Assert.Equal((3, TimerNotification.None, "CLOCK_MONOTONIC"), (timers[1].SignalNumber, timers[1].Notification, timers[1].Clock));
    }

    [Fact]
    public void A_timer_without_a_number_is_one_error_and_the_others_still_come()
    {
        (int rows, List<ProcException> errors) = _files.RowsAndErrors("timers", "signal: 1/0\nID: 1\nID: ?\nsignal: 1/0\nClockID: 0\nID: 2\nClockID: 0\n");
        Assert.Equal(2, rows);
        Assert.Equal([1, 3], errors.Select(error => error.LineNumber));
    }
}
