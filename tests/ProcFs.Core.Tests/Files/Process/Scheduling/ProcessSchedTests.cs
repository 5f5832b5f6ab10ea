namespace ProcFs;

public sealed class ProcessSchedTests : IDisposable
{
    private const string Ruler = "-------------------------------------------------------------------\n";

    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_captured_file_is_typed()
    {
        var sched = SchedulingFiles.Record<ProcessSched>(4242);
        Assert.Equal((4242, 4242, "worker", "worker", 1), (sched.ProcessId, sched.ThreadId, sched.ProcessName, sched.Comm, sched.Threads));
        Assert.Equal(new TimeSpan(54124717179), sched.ExecutionStart);
        Assert.Equal(new TimeSpan(2547), sched.VirtualRunTime);
        Assert.Equal(new TimeSpan(26395), sched.RunTime);
        Assert.Equal(TimeSpan.FromMilliseconds(1.4), sched.Slice);
        Assert.Equal((0, 3, 2, 1), (sched.Migrations, sched.Switches, sched.VoluntarySwitches, sched.InvoluntarySwitches));
        Assert.Equal((1048576, 1017, 709, 346), (sched.LoadWeight, sched.LoadAverage, sched.RunnableAverage, sched.UtilizationAverage));
        Assert.Equal((SchedulingPolicy.Other, 120), (sched.Policy, sched.Priority));
        Assert.Equal(0, sched.NumaPagesMigrated);
        Assert.Null(sched.NumaPreferredNode);
        Assert.NotNull(sched.StartTime);
    }

    [Fact]
    public void What_has_no_property_is_kept()
    {
        IReadOnlyDictionary<string, string> additional = SchedulingFiles.Record<ProcessSched>(4242).Additional;
        Assert.Equal("463", additional["se.avg.util_est"]);
        Assert.Equal("0", additional["mm->numa_scan_seq"]);
        Assert.Equal("0", additional["numa_group_id"]);
        Assert.Equal("task_private=0 task_shared=0 group_private=0 group_shared=0", additional["numa_faults node=0"]);
        Assert.DoesNotContain("prio", additional.Keys);
    }

    [Fact]
    public void What_the_kernel_does_not_keep_is_null()
    {
        var sched = SchedulingFiles.Record<ProcessSched>(4242);
        Assert.Null(sched.WaitTime);
        Assert.Null(sched.IoWaitTime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("se.statistics.")]
    public void Statistics_are_found_by_their_old_and_new_names(string prefix)
    {
        var sched = Parse("a (9, #threads: 4)\n", $"{prefix}wait_sum    :    1234.000500\n{prefix}sum_sleep_runtime : 0.000100\n{prefix}iowait_sum: 61000.000000\n");
        Assert.Equal(new TimeSpan(12340005), sched.WaitTime);
        Assert.Equal(new TimeSpan(1), sched.SleepTime);
        Assert.Equal(TimeSpan.FromSeconds(61), sched.IoWaitTime);
        Assert.Equal(4, sched.Threads);
    }

    [Fact]
    public void A_time_may_be_negative()
    {
        Assert.Equal(new TimeSpan(-125), Parse("a (9, #threads: 1)\n", "se.vruntime : -0.012500\n").VirtualRunTime);
        Assert.Equal(new TimeSpan(-30125), Parse("a (9, #threads: 1)\n", "se.vruntime : -3.012500\n").VirtualRunTime);
    }

    [Fact]
    public void A_name_can_contain_a_newline_and_text_like_the_rest_of_the_line() =>
        Assert.Equal("a (1, #)\nb\udcff", Parse("a (1, #)\nb\udcff (9, #threads: 1)\n", "prio : 120\n").Comm);

    [Fact]
    public void A_value_that_cannot_be_read_costs_its_field_alone()
    {
        ProcessSched sched = Parse("a\nb (9, #threads: 1)\n", "nr_switches : 1\nprio : high\nse.vruntime : 99999999999999999999.5\npolicy : 3\n");
        Assert.Equal((1L, null, null, SchedulingPolicy.Batch), (sched.Switches, sched.Priority, sched.VirtualRunTime, sched.Policy));
        Assert.Equal((UnavailableReason.Malformed, UnavailableReason.Malformed), (sched.Unavailable["Priority"], sched.Unavailable["VirtualRunTime"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a (9, #threads: 1)\nprio : 120\n")]
    [InlineData("a (9)\n" + Ruler)]
    public void A_file_without_its_head_is_malformed(string text) => Assert.Equal(ProcErrorKind.Malformed, _files.Failure("sched", text).Kind);

    private ProcessSched Parse(string header, string lines) => _files.RecordOf<ProcessSched>("sched", header + Ruler + lines);
}
