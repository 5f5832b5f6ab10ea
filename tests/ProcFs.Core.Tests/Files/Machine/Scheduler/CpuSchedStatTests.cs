using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class CpuSchedStatTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_cpu_has_counts_times_and_domains()
    {
        List<CpuSchedStat> cpus = Read(modern.Root);
        Assert.Equal((0, 12L, 4000L, 1000L, 2000L, 1500L, 3000L), (cpus[0].Cpu, cpus[0].Yields, cpus[0].Schedules, cpus[0].SchedulesToIdle, cpus[0].WakeUps, cpus[0].LocalWakeUps, cpus[0].TimeSlices));
        Assert.Equal((TimeSpan.FromSeconds(614.3), TimeSpan.FromMilliseconds(12), 17, 4294937296L), (cpus[0].RunTime, cpus[0].WaitTime, cpus[0].Version, cpus[0].Timestamp));
        Assert.Equal(["domain0 MC 0-1", "domain1 PKG 0-3"], cpus[0].Domains.Select(domain => $"{domain}"));
        Assert.Equal([9L, 10L], cpus[0].Domains[1].Counters!);
        Assert.Equal(("9", 0), (cpus[1].Additional["10"], cpus[1].Domains.Count));
    }

    [Fact]
    public void An_older_version_has_more_at_the_front()
    {
        CpuSchedStat cpu = Assert.Single(Read(old.Root));
        Assert.Equal((44L, 666L, 77L, 888L, 99L, TimeSpan.FromSeconds(20), 4000000000L), (cpu.Yields, cpu.Schedules, cpu.SchedulesToIdle, cpu.WakeUps, cpu.LocalWakeUps, cpu.RunTime, cpu.TimeSlices));
        Assert.Equal((null, "0-1", -1L), (cpu.Domains[0].Level, $"{cpu.Domains[0].Cpus}", cpu.Domains[0].Counters![2]));
    }

    [Fact]
    public void Times_of_an_unknown_unit_are_null()
    {
        CpuSchedStat cpu = Assert.Single(GrammarFile.Read<CpuSchedStat>("version 12\ntimestamp x\ncpu3 0 0 0 1 2 3 4 5 6 70 80 9\n", CpuSchedStat.ReadRows).Rows);
        Assert.Equal((3, 1L, 6L, null, null, 9L), (cpu.Cpu, cpu.Yields, cpu.LocalWakeUps, cpu.RunTime, cpu.WaitTime, cpu.TimeSlices));
        Assert.Equal((UnavailableReason.NotOnThisKernel, UnavailableReason.Malformed), (cpu.Unavailable["RunTime"], cpu.Unavailable["Timestamp"]));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<CpuSchedStat> cpus, List<ProcException> errors) = GrammarFile.Read<CpuSchedStat>("version 15\ncpu0 x 0 1 2 3 4 5 6 7\ndomain0 0g ?\ncpu1 1\n", CpuSchedStat.ReadRows);
        Assert.Equal(UnavailableReason.Malformed, Assert.Single(cpus).Unavailable["Yields"]);
        Assert.Equal((null, null), (cpus[0].Domains[0].Cpus, cpus[0].Domains[0].Counters));
        Assert.Equal(4, Assert.Single(errors).LineNumber);
    }

    private static List<CpuSchedStat> Read(ProcRoot root) =>
        [.. root.Rows<CpuSchedStat>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
