using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class TimerUseTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_timer_has_a_process_and_two_functions()
    {
        TimerUse[] timers = [.. old.Root.Rows<TimerUse>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal([(12L, false, 0, "swapper"), (15L, false, 1, "swapper"), (28L, true, 915, "two words")], timers.Select(timer => (timer.Count, timer.IsDeferrable, timer.ProcessId, timer.ProcessName)));
        Assert.Equal(("queue_delayed_work_on", "delayed_work_timer_fn", 3888.0), (timers[2].Starter, timers[2].Callback, timers[2].SamplePeriod!.Value.TotalMilliseconds));
    }

    [Fact]
    public void Other_text_is_malformed()
    {
        (List<TimerUse> timers, List<ProcException> errors) = GrammarFile.Read<TimerUse>("Sample period: x s\n1, 2 a b (c)\n1, x a b (c)\n1, 2 a\n", TimerUse.ReadRows);
        Assert.Null(Assert.Single(timers).SamplePeriod);
        Assert.Equal([3, 4], errors.Select(error => error.LineNumber!.Value));
    }
}
