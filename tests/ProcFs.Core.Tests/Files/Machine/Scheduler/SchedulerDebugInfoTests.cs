using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SchedulerDebugInfoTests(OldKernelRoot old) : IClassFixture<OldKernelRoot>
{
    [Fact]
    public void The_head_has_clocks_and_settings()
    {
        var debug = old.Root.Read<SchedulerDebugInfo>();
        Assert.Equal(("v0.11, 5.10.0 #1", TimeSpan.FromTicks(3507354701234), 4382576164L), (debug.Version, debug.MonotonicTime, debug.Jiffies));
        Assert.Equal((18.0, 3895099.0, "1"), (debug.Settings["sysctl_sched_latency"], debug.Settings["sysctl_sched_features"], debug.Additional["sched_clock_stable()"]));
        Assert.False(debug.Settings.ContainsKey("nr_running"));
    }

    [Fact]
    public void An_odd_value_affects_only_itself() =>
        Assert.Equal(UnavailableReason.Malformed, SchedulerDebugInfo.Parse("ktime : x\njiffies : 1\n"u8, Sources.Of("sched_debug")).Unavailable["MonotonicTime"]);
}
