using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SoftInterruptTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Each_kind_has_a_count_for_each_cpu()
    {
        List<SoftInterrupt> kinds = Read(modern.Root);
        Assert.Equal(["HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU"], kinds.Select(kind => kind.Name));
        Assert.Equal([(0, 528664L), (1, 582637L), (3, 490000L)], kinds[1].Counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
        Assert.Equal((1601301L, "TIMER"), (kinds[1].Total, $"{kinds[1]}"));
    }

    [Fact]
    public void An_older_kernel_has_another_name() => Assert.Contains(Read(old.Root), kind => kind.Name == "BLOCK_IOPOLL");

    [Fact]
    public void An_odd_count_costs_the_total()
    {
        SoftInterrupt kind = Assert.Single(GrammarFile.Read<SoftInterrupt>("CPU0 CPU1\nHI: ? 7\n", SoftInterrupt.ReadRows).Rows);
        Assert.Equal((null, 7L, UnavailableReason.Malformed), (kind.Total, Assert.Single(kind.Counts).Value, kind.Unavailable["Total"]));
    }

    [Fact]
    public void This_machine_matches_stat()
    {
        long before = new ProcRoot().Read<KernelStatistics>().SoftInterruptsByKind!["TIMER"];
        long timers = Read(new ProcRoot()).Single(kind => kind.Name == "TIMER").Total!.Value;
        Assert.InRange(timers, before, new ProcRoot().Read<KernelStatistics>().SoftInterruptsByKind!["TIMER"]);
    }

    private static List<SoftInterrupt> Read(ProcRoot root) =>
        [.. root.Rows<SoftInterrupt>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
