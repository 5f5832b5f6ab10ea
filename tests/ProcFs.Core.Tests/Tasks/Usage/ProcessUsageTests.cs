using static ProcFs.Usage.UsageRoot;

namespace ProcFs.Usage;

public sealed class ProcessUsageTests : IDisposable
{
    private const ulong Millisecond = 1_000_000;

    private readonly UsageRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Every_counter_is_a_rate_over_the_elapsed_time()
    {
        ProcessUsage usage = Measure(
            () => _root.Process(7, new Counters { User = 40, System = 5, Guest = 10, Wait = Millisecond, MinorFaults = 100, Read = 4096, Voluntary = 7 }),
            () => _root.Process(7, new Counters
            {
                User = 43,
                System = 7,
                Guest = 11,
                Wait = 6 * Millisecond,
                BlockIo = 9,
                MinorFaults = 130,
                MajorFaults = 4,
                Read = 12_288,
                Written = 1_000_000,
                Cancelled = 500,
                Voluntary = 10,
                Involuntary = 20,
            }));
        double seconds = usage.Interval.TotalSeconds;
        Assert.InRange(seconds, double.Epsilon, 600);
        Assert.Equal((7, null, "worker"), (usage.ProcessId, usage.ThreadId, usage.ProcessName));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_005), usage.StartTime);
        Assert.Equal([5, 3, 2, 1], new[] { usage.CpuPercent, usage.UserPercent, usage.SystemPercent, usage.GuestPercent }.Select(OverTime));
        Assert.Equal(0.5, OverTime(usage.WaitPercent!.Value));
        Assert.Equal(TimeSpan.FromMilliseconds(90), usage.BlockIoDelay);
        Assert.Equal((30, 4), (Times(usage.MinorFaultsPerSecond), Times(usage.MajorFaultsPerSecond)));
        Assert.Equal((8192, 1_000_000, 500), (Times(usage.BytesReadPerSecond), Times(usage.BytesWrittenPerSecond), Times(usage.BytesCancelledPerSecond)));
        Assert.Equal((3, 20), (Times(usage.VoluntarySwitchesPerSecond), Times(usage.InvoluntarySwitchesPerSecond)));
        Assert.Equal((200L * 1024, 100L * 1024, 10.0), (usage.VirtualSize, usage.ResidentSize, usage.MemoryPercent));
        Assert.Equal((1, 3), (usage.Threads, usage.Processor));

        // A percentage of the time as hundredths of a second, and a rate as a number.
        double OverTime(double percent) => Math.Round(percent * seconds, 6);
        double Times(double? rate) => Math.Round(rate!.Value * seconds, 6);
    }

    [Fact]
    public void What_threads_count_for_themselves_is_summed_up()
    {
        ProcessUsage usage = Measure(
            () => Threads(
                (7, new Counters { Wait = 10 * Millisecond, BlockIo = 1, Voluntary = 1, Involuntary = 5 }),
                (8, new Counters { Wait = 500 * Millisecond, Voluntary = 1000 }),
                (9, new Counters { Wait = 20 * Millisecond, Voluntary = 100 })),
            () =>
            {
                // 8 has ended; 10 is new.
                _root.Remove("7/task/8");
                Threads(
                    (7, new Counters { Wait = 11 * Millisecond, BlockIo = 3, Voluntary = 2, Involuntary = 6 }),
                    (9, new Counters { Wait = 22 * Millisecond, Voluntary = 110 }),
                    (10, new Counters { Wait = 4 * Millisecond, Voluntary = 50 }));
            });
        double seconds = usage.Interval.TotalSeconds;
        Assert.Equal(0.7, Math.Round(usage.WaitPercent!.Value * seconds, 6));
        Assert.Equal(61, Math.Round(usage.VoluntarySwitchesPerSecond!.Value * seconds, 6));
        Assert.Equal(1, Math.Round(usage.InvoluntarySwitchesPerSecond!.Value * seconds, 6));
        Assert.Equal(TimeSpan.FromMilliseconds(20), usage.BlockIoDelay);
    }

    [Fact]
    public void Threads_come_behind_their_process()
    {
        var rounds = new UsageRounds(_root.Root.Processes(), includesThreads: true);
        Threads((7, new Counters { Voluntary = 1 }), (8, new Counters { Voluntary = 1 }));
        Assert.Empty(Next(rounds));
        Threads((7, new Counters { Voluntary = 2 }), (8, new Counters { Voluntary = 4 }));
        List<ProcessUsage> usages = [.. Next(rounds).Select(outcome => outcome.Item!)];
        Assert.Equal([(7, null, null), (7, 7, "worker"), (7, 8, "helper")], usages.Select(usage => (usage.ProcessId, usage.ThreadId, usage.ThreadName)));
        Assert.Equal([4, 1, 3], usages.Select(usage => Math.Round(usage.VoluntarySwitchesPerSecond!.Value * usage.Interval.TotalSeconds, 3)));
        Assert.All(usages[1..], usage => Assert.Equal(("worker", null, null), (usage.ProcessName, usage.ResidentSize, usage.Threads)));
        Assert.Single(usages.Select(usage => usage.Time).Distinct());
    }

    [Fact]
    public void What_may_not_be_read_or_is_not_counted_is_null()
    {
        ProcessUsage usage = Measure(Reduce, Reduce);
        Assert.Null(usage.BytesReadPerSecond);
        Assert.Null(usage.BytesWrittenPerSecond);
        Assert.Null(usage.BytesCancelledPerSecond);
        Assert.Null(usage.WaitPercent);
        Assert.Null(usage.ResidentSize);
        Assert.Null(usage.MemoryPercent);
        Assert.Equal(0, usage.CpuPercent);

        void Reduce()
        {
            _root.Process(7, new Counters());
            File.Delete(_root.PathOf("7/io"));
            _root.Write("7/schedstat", "0 0 0\n").Write("7/status", "Name:\tworker\n");
        }
    }

    [Theory]
    [InlineData("0\n", "6.1.0", false)]
    [InlineData("1\n", "6.1.0", true)]
    [InlineData(null, "5.10.0-31-amd64\n", true)]
    [InlineData(null, "4.19.0\n", true)]
    [InlineData(null, "5.14.0\n", false)]
    [InlineData(null, "6.1.0\n", false)]
    [InlineData(null, "odd\n", false)]
    public void The_delay_by_storage_is_null_without_accounting(string? setting, string release, bool isKept)
    {
        File.Delete(_root.PathOf("sys/kernel/task_delayacct"));
        _root.Write("sys/kernel/osrelease", release);
        if (setting is not null)
        {
            _root.Write("sys/kernel/task_delayacct", setting);
        }

        ProcessUsage usage = Measure(() => _root.Process(7, new Counters()), () => _root.Process(7, new Counters()));
        Assert.Equal(isKept ? TimeSpan.Zero : null, usage.BlockIoDelay);
    }

    [Fact]
    public void A_counter_that_falls_counts_as_one_that_stands_still()
    {
        ProcessUsage usage = Measure(() => _root.Process(7, new Counters { User = 9, Written = 9 }), () => _root.Process(7, new Counters { User = 8, Written = 8 }));
        Assert.Equal((0, 0), (usage.UserPercent, usage.BytesWrittenPerSecond));
    }

    private void Threads(params (int Id, Counters Counters)[] threads)
    {
        foreach ((int id, Counters counters) in threads)
        {
            if (id == 7)
            {
                _root.Process(7, counters, threads: threads.Length);
            }

            _root.Task(7, id, counters);
        }
    }

    private ProcessUsage Measure(Action before, Action after)
    {
        before();
        var rounds = new UsageRounds(_root.Root.Processes(7), includesThreads: false);
        Assert.Empty(Next(rounds));
        after();
        return Assert.Single(Next(rounds)).Item!;
    }

    private static List<Outcome<ProcessUsage>> Next(UsageRounds rounds) => rounds.Next(new ReadSummary(), TestContext.Current.CancellationToken);
}
