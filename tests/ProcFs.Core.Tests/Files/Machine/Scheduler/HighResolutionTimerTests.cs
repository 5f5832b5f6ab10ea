using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class HighResolutionTimerTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_timer_is_pending_on_a_cpu()
    {
        HighResolutionTimer[] timers = [.. modern.Root.Rows<HighResolutionTimer>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([(0, 0, 0, "tick_nohz_handler"), (0, 0, 1, "hrtimer_wakeup"), (1, 4, 0, "timerfd_tmrproc")], timers.Select(timer => (timer.Cpu!.Value, timer.Clock!.Value, timer.Number!.Value, timer.Function)));
        Assert.Equal((TimeSpan.FromTicks(318712145276), TimeSpan.FromTicks(318712145776), TimeSpan.FromTicks(53533), "01"), (timers[1].Expires, timers[1].ExpiresLatest, timers[1].TimeLeft, timers[1].State));
        Assert.Equal(TimeSpan.FromTicks(-1743), timers[2].TimeLeft);
        Assert.All(timers, timer => Assert.Empty(timer.Unavailable));
    }

    [Fact]
    public void Times_without_a_timer_are_one_error()
    {
        (List<HighResolutionTimer> timers, List<ProcException> errors) = GrammarFile.Read<HighResolutionTimer>(" # expires at 1-2 nsecs [in 1 to 2 nsecs]\n #x: <0>, f\n # expires at x-2 nsecs [in x to 2 nsecs]\n", HighResolutionTimer.ReadRows);
        Assert.Equal("Clock Cpu Expires Number State TimeLeft", string.Join(' ', Assert.Single(timers).Unavailable.Keys.Order()));
        Assert.Equal(1, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void This_machine_has_timers()
    {
        Assert.SkipUnless(Native.GetEffectiveUserId() == 0 && File.Exists("/proc/timer_list"), "Root alone may read timer_list.");
        Assert.Contains(new ProcRoot().Rows<HighResolutionTimer>(TestContext.Current.CancellationToken), row => row.Item is { Unavailable.Count: 0 });
    }
}
