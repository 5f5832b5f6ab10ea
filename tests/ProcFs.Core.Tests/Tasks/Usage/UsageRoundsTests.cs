using ProcFs.Fixtures;
using static ProcFs.Usage.UsageRoot;

namespace ProcFs.Usage;

public sealed class UsageRoundsTests : IDisposable
{
    private readonly UsageRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_process_that_started_between_the_rounds_counts_from_its_start()
    {
        UsageRounds rounds = Start(_root.Root.Processes());
        _root.Process(8, new Counters { Voluntary = 12 }, start: 101 * TicksPerSecond).Process(9, new Counters { Voluntary = 12 }, start: 99 * TicksPerSecond);
        List<Outcome<ProcessUsage>> outcomes = Next(rounds);

        // 9 is older than the first round, which did not find it: it is measured from now on.
        Assert.Equal([7, 8], outcomes.Select(outcome => outcome.Item!.ProcessId));
        ProcessUsage usage = outcomes[1].Item!;
        Assert.Equal(12, Math.Round(usage.VoluntarySwitchesPerSecond!.Value * usage.Interval.TotalSeconds, 6));
        Assert.Equal([7, 8, 9], Next(rounds).Select(outcome => outcome.Item!.ProcessId));
    }

    [Fact]
    public void Where_the_age_of_the_machine_is_not_known_a_new_process_waits_for_the_next_round()
    {
        File.Delete(_root.PathOf("uptime"));
        UsageRounds rounds = Start(_root.Root.Processes());
        _root.Process(8, new Counters(), start: 101 * TicksPerSecond);
        Assert.Equal([7], Next(rounds).Select(outcome => outcome.Item!.ProcessId));
        Assert.Equal([7, 8], Next(rounds).Select(outcome => outcome.Item!.ProcessId));
    }

    [Fact]
    public void An_ended_process_is_left_out_if_none_was_named()
    {
        _root.Process(8, new Counters());
        UsageRounds rounds = Start(_root.Root.Processes());
        _root.Remove("8");
        Assert.Equal([7], Next(rounds).Select(outcome => outcome.Item!.ProcessId));
    }

    [Fact]
    public void A_named_process_that_ended_is_an_error_once()
    {
        _root.Process(8, new Counters());
        UsageRounds rounds = Start(_root.Root.Processes(8, 7));
        _root.Remove("8");
        List<Outcome<ProcessUsage>> outcomes = Next(rounds);
        Assert.Equal("No process has the id 8.", outcomes[0].Error!.Message);
        Assert.Equal(7, outcomes[1].Item!.ProcessId);
        Assert.Equal(7, Assert.Single(Next(rounds)).Item!.ProcessId);
    }

    [Fact]
    public void A_name_that_nothing_has_any_more_is_an_error()
    {
        UsageRounds rounds = Start(_root.Root.Processes("worker"));
        _root.Remove("7");
        Assert.Equal("No process is named \"worker\".", Assert.Single(Next(rounds)).Error!.Message);
        Assert.Empty(Next(rounds));
    }

    [Fact]
    public void An_id_that_was_given_to_another_process_never_mixes_the_two()
    {
        _root.Process(7, new Counters { User = 1000 });
        UsageRounds rounds = Start(_root.Root.Processes());
        _root.Process(7, new Counters { User = 3 }, start: 101 * TicksPerSecond);
        ProcessUsage usage = Assert.Single(Next(rounds)).Item!;
        Assert.Equal(3, Math.Round(usage.UserPercent * usage.Interval.TotalSeconds, 6));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_101), usage.StartTime);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_named_id_that_was_given_to_another_process_is_an_error(bool includesThreads)
    {
        var rounds = new UsageRounds(_root.Process(7, new Counters()).Root.Processes(7), includesThreads);
        Assert.Empty(Next(rounds));
        _root.Process(7, new Counters(), start: 101 * TicksPerSecond);
        ProcException error = Assert.Single(Next(rounds)).Error!;
        Assert.Equal(ProcErrorKind.NotFound, error.Kind);
        Assert.Equal("Process 7 has ended, and another process now has the id.", error.Message);
        Assert.Empty(Next(rounds));
    }

    [Fact]
    public void The_measurement_ends_with_the_named_processes()
    {
        List<Outcome<ProcessUsage>> outcomes = [];
        foreach (Outcome<ProcessUsage> outcome in Measure(_root.Process(7, new Counters()).Root.Processes(7), count: null))
        {
            outcomes.Add(outcome);
            if (outcomes.Count == 2)
            {
                _root.Remove("7");
            }
        }

        Assert.Equal([true, true, false], outcomes.Select(outcome => outcome.Error is null));
    }

    [Fact]
    public void Each_round_gives_an_object_for_each_process()
    {
        _root.Process(7, new Counters()).Process(8, new Counters());
        List<Outcome<ProcessUsage>> outcomes = [.. Measure(_root.Root.Processes(), count: 3)];
        Assert.Equal([7, 8, 7, 8, 7, 8], outcomes.Select(outcome => outcome.Item!.ProcessId));
        Assert.Equal(3, outcomes.Select(outcome => outcome.Item!.Time).Distinct().Count());
        Assert.All(outcomes, outcome => Assert.True(outcome.Item!.Interval >= TimeSpan.FromMilliseconds(9.9)));
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_cancelled()
    {
        _root.Process(7, new Counters());
        using var stop = new CancellationTokenSource();
        Task measuring = Task.Run(() => ProcessUsage.Measure(_root.Root.Processes(), TimeSpan.FromDays(1), null, false, new ReadSummary(), cancellation: stop.Token).ToList());
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => measuring);
    }

    [Fact]
    public void A_process_that_spins_runs_or_waits_for_a_CPU_all_the_time()
    {
        using var child = new ChildProcess("sh", "-c", "while :; do :; done");
        var selection = new ProcRoot().Processes(child.Id);
        ProcessUsage usage = Assert.Single(
            ProcessUsage.Measure(selection, TimeSpan.FromSeconds(1), 1, false, new ReadSummary(), cancellation: TestContext.Current.CancellationToken)).Item!;
        Assert.InRange(usage.CpuPercent, 0.5, 110);
        Assert.InRange(usage.CpuPercent + (usage.WaitPercent ?? 100 - usage.CpuPercent), 50, 150);
        Assert.True(usage.Interval >= TimeSpan.FromSeconds(0.9));
        Assert.NotNull(usage.ResidentSize);
    }

    private UsageRounds Start(ProcessSelection selection)
    {
        if (!File.Exists(_root.PathOf("7/stat")))
        {
            _root.Process(7, new Counters());
        }

        var rounds = new UsageRounds(selection, includesThreads: false);
        Assert.Empty(Next(rounds));
        return rounds;
    }

    private static IEnumerable<Outcome<ProcessUsage>> Measure(ProcessSelection selection, int? count) =>
        ProcessUsage.Measure(selection, TimeSpan.FromMilliseconds(10), count, includesThreads: false, new ReadSummary(), cancellation: TestContext.Current.CancellationToken);

    private static List<Outcome<ProcessUsage>> Next(UsageRounds rounds) => rounds.Next(new ReadSummary(), TestContext.Current.CancellationToken);
}
