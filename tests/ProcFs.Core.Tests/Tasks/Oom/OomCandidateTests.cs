using ProcFs.Fixtures;

namespace ProcFs;

public sealed class OomCandidateTests : IDisposable
{
    private const int KernelThread = 0x200000;

    private readonly TemporaryRoot _capture = new();

    public void Dispose() => _capture.Dispose();

    [Fact]
    public void Processes_come_in_the_order_in_which_they_would_be_taken()
    {
        Lay(1, "init", 0, 0, 100);
        Lay(2, "kthread", 0, 0, null, flags: KernelThread);
        Lay(10, "small", 666, 0, 100);
        Lay(11, "large", 700, 0, 9000);
        Lay(12, "raised", 900, 300, 100);
        Lay(13, "never", 0, -1000, 9000);
        Lay(14, "less", 666, 0, 90);
        Lay(15, "least", 0, -999, 90);
        _capture.Write("meminfo", "MemTotal: 4000000 kB\nMemFree: 1 kB\nSwapTotal: 96000 kB\n");
        List<OomCandidate> found = Read();
        Assert.Equal(["raised", "large", "small", "less", "least", "never", "init", "kthread"], found.Select(one => one.ProcessName));
        Assert.Equal(Enumerable.Range(1, 8), found.Select(one => one.Rank));
        Assert.Equal([null, null, null, null, null, OomExemption.Adjustment, OomExemption.Init, OomExemption.KernelThread], found.Select(one => one.Exemption));
        Assert.Equal(found.Select(one => one.Exemption is not null), found.Select(one => one.IsExempt));
    }

    [Fact]
    public void What_the_kernel_counts_is_added_up()
    {
        Lay(10, "one", 700, 100, 1000, swap: 200, tables: 30);
        _capture.Write("meminfo", "MemTotal: 4000000 kB\nSwapTotal: 96000 kB\n");
        OomCandidate one = Assert.Single(Read());
        Assert.Equal((1000L << 10, 200L << 10, 30L << 10), (one.Resident, one.Swap, one.PageTables));
        Assert.Equal(1230L << 10, one.Memory);
        Assert.Equal((700, 100, "1000"), (one.Score, one.Adjustment, one.User));

        // A unit is a thousandth of all memory and swap in whole pages: 1024 of 1024000.
        Assert.Equal((1230L << 10) + (100 * 1024L * 4096), one.Badness);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_010), one.StartTime);
    }

    [Fact]
    public void Of_equals_the_youngest_comes_first()
    {
        Lay(10, "older", 666, 0, 100);
        Lay(11, "younger", 666, 0, 100);
        Assert.Equal(["younger", "older"], Read().Select(one => one.ProcessName));
        Assert.All(Read(), one => Assert.Null(one.Badness));
    }

    [Fact]
    public void A_zombie_has_nothing_to_free()
    {
        Lay(10, "gone", 0, 0, null, state: 'Z');
        OomCandidate one = Assert.Single(Read());
        Assert.Equal((OomExemption.NoMemory, null, null), (one.Exemption, one.Memory, one.Resident));
    }

    [Fact]
    public void A_first_process_with_a_score_can_be_taken()
    {
        Lay(1, "container", 667, 0, 100);
        Assert.Null(Assert.Single(Read()).Exemption);
    }

    [Fact]
    public void An_odd_or_missing_score_costs_only_itself()
    {
        Lay(10, "odd", 0, 0, 100);
        Lay(11, "old", 0, 0, 100);
        _capture.Write("10/oom_score", "many\n");
        File.Delete(_capture.PathOf("11/oom_score"));
        List<OomCandidate> found = Read();
        Assert.Equal([null, null], found.Select(one => one.Score));
        Assert.Equal(UnavailableReason.Malformed, found.Single(one => one.ProcessId == 10).Unavailable["Score"]);
        Assert.Equal(UnavailableReason.NotInCapture, found.Single(one => one.ProcessId == 11).Unavailable["Score"]);
    }

    [Fact]
    public void The_rank_is_among_all_even_if_few_are_selected()
    {
        Lay(10, "small", 666, 0, 100);
        Lay(11, "large", 700, 0, 9000);
        Lay(12, "raised", 900, 300, 100);
        IEnumerable<Outcome<OomCandidate>> outcomes = OomCandidate.Read(_capture.Root.Processes(10, 11), new ReadSummary(), TestContext.Current.CancellationToken);
        Assert.Equal([(2, 11), (3, 10)], outcomes.Select(outcome => (outcome.Item!.Rank, outcome.Item.ProcessId)));
    }

    [Fact]
    public void The_living_are_ranked_by_the_score_that_the_kernel_gives()
    {
        using var child = new ChildProcess();
        List<OomCandidate> found = [.. OomCandidate.Read(new ProcRoot().Processes(), new ReadSummary(), TestContext.Current.CancellationToken).Select(outcome => outcome.Item).OfType<OomCandidate>()];
        Assert.Equal(Enumerable.Range(1, found.Count), found.Select(one => one.Rank));
        List<OomCandidate> takable = [.. found.Where(one => !one.IsExempt)];
        Assert.Equal(takable.Select(one => one.Score).OrderDescending(), takable.Select(one => one.Score));
        Assert.Equal(takable, found.Take(takable.Count));
        OomCandidate own = found.Single(one => one.ProcessId == child.Id);
        Assert.Equal(File.ReadAllText($"/proc/{child.Id}/oom_score_adj"), $"{own.Adjustment}\n");
        Assert.Equal(File.ReadAllText($"/proc/{child.Id}/oom_score"), $"{own.Score}\n");
        Assert.InRange(own.Memory!.Value, own.Resident!.Value + 1, own.Resident.Value + (64L << 20));
    }

    private List<OomCandidate> Read() =>
        [.. OomCandidate.Read(_capture.Root.Processes(), new ReadSummary(), TestContext.Current.CancellationToken).Select(outcome => outcome.Item!)];

    private void Lay(int id, string name, int score, int adjustment, int? resident, int swap = 0, int tables = 4, int flags = 0, char state = 'S')
    {
        string memory = resident is null ? "" : $"VmRSS:\t{resident} kB\nVmPTE:\t{tables} kB\nVmSwap:\t{swap} kB\n";
        _capture
            .Write("stat", "cpu 0\nbtime 1700000000\n")
            .Write($"{id}/comm", $"{name}\n")
            .Write($"{id}/oom_score", $"{score}\n")
            .Write($"{id}/oom_score_adj", $"{adjustment}\n")
            .Write($"{id}/status", $"Name:\t{name}\nState:\t{state} (state)\nTgid:\t{id}\nPid:\t{id}\nUid:\t1000\t1000\t1000\t1000\n{memory}")
            .Write($"{id}/stat", $"{id} ({name}) {state} 1 0 0 0 -1 {flags} 0 0 0 0 0 0 0 0 20 0 1 0 {id}00 0 0");
    }
}
