using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    // A text without a capture has 250 ticks per second.
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(4);

    [Fact]
    public void Times_are_by_cpu_and_in_all()
    {
        var statistics = modern.Root.Read<KernelStatistics>();
        CpuTimes all = statistics.Cpu!;
        Assert.Equal((null, Ticks(2048), Ticks(12), Ticks(1024), Ticks(367000)), (all.Cpu, all.User, all.Nice, all.System, all.Idle));
        Assert.Equal((Ticks(96), Ticks(0), Ticks(8), Ticks(0)), (all.IoWait, all.Irq, all.SoftIrq, all.Steal));
        Assert.Equal((Ticks(3092), Ticks(370188)), (all.Busy, all.Total));
        Assert.Equal([0, 1], statistics.Cpus.Select(cpu => cpu.Cpu));
        Assert.Equal((Ticks(1048), "cpu1 00:00:15.82"), (statistics.Cpus[1].User, $"{statistics.Cpus[1]}"));
        Assert.Equal("busy 00:00:30.92, idle 01:01:10.00", statistics.ToString());
    }

    [Fact]
    public void Counts_have_their_properties()
    {
        var statistics = modern.Root.Read<KernelStatistics>();
        Assert.Equal((100000L, 250000L, 4401L, 1L, 0L), (statistics.Interrupts, statistics.ContextSwitches, statistics.ProcessesCreated, statistics.RunnableThreads, statistics.BlockedThreads));
        Assert.Equal((1, 9L), (Assert.Single(statistics.InterruptsByLine!).Key, statistics.InterruptsByLine![1]));
        Assert.Equal((40000L, 20000L, 10000L), (statistics.SoftInterrupts, statistics.SoftInterruptsByKind!["TIMER"], statistics.SoftInterruptsByKind["RCU"]));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), statistics.BootTime);
        Assert.Empty(statistics.Additional);
        Assert.Empty(statistics.Unavailable);
    }

    [Fact]
    public void An_older_kernel_counts_no_soft_interrupts()
    {
        var statistics = old.Root.Read<KernelStatistics>();
        Assert.Equal((null, UnavailableReason.NotOnThisKernel), (statistics.SoftInterrupts, statistics.Unavailable["SoftInterrupts"]));
        Assert.Equal([(0, 113199788L), (1, 3L)], statistics.InterruptsByLine!.Select(line => (line.Key, line.Value)));
    }

    [Fact]
    public void Unknown_fields_are_kept_and_missing_ones_are_null()
    {
        KernelStatistics statistics = Parse("cpu  1 2 3 4\ncpu5 1 2 3 4 5 6 7 8 9 10 11\nsoftirq 2 0 0 0 0 0 0 0 0 0 0 7\npage 5741 1808\n");
        Assert.Equal((null, UnavailableReason.NotOnThisKernel), (statistics.Cpu!.IoWait, statistics.Cpu.Unavailable["IoWait"]));
        Assert.Equal((5, "11", 10 * s_tick), (statistics.Cpus[0].Cpu, statistics.Cpus[0].Additional["11"], statistics.Cpus[0].GuestNice));
        Assert.Equal((7L, "5741 1808"), (statistics.SoftInterruptsByKind!["+1"], statistics.Additional["page"]));
    }

    [Fact]
    public void An_odd_value_affects_only_itself()
    {
        KernelStatistics statistics = Parse("cpu  ? 2 3 4\nintr 7 (null)\nctxt x\nbtime 5\n");
        Assert.Equal((null, 2 * s_tick, UnavailableReason.Malformed), (statistics.Cpu!.User, statistics.Cpu.Nice, statistics.Cpu.Unavailable["User"]));
        Assert.Equal((7L, null, null, 5L), (statistics.Interrupts, statistics.InterruptsByLine, statistics.ContextSwitches, statistics.BootTime!.Value.ToUnixTimeSeconds()));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (statistics.Unavailable["InterruptsByLine"], statistics.Unavailable["ContextSwitches"]));
    }

    [Fact]
    public void The_cpus_of_this_machine_add_up()
    {
        var statistics = new ProcRoot().Read<KernelStatistics>();
        double sum = statistics.Cpus.Sum(cpu => cpu.User!.Value.TotalSeconds);
        Assert.InRange(statistics.Cpu!.User!.Value.TotalSeconds, sum - 1, sum + 1);
        Assert.True(statistics.ContextSwitches > 0 && statistics.Interrupts > 0);
    }

    // The captures have 100 ticks per second.
    private static TimeSpan Ticks(long ticks) => TimeSpan.FromMilliseconds(ticks * 10);

    private static KernelStatistics Parse(string text) => KernelStatistics.Parse(Sources.Latin1(text), Sources.Of("stat"));
}
