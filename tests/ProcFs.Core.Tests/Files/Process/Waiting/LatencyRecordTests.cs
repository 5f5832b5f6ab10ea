namespace ProcFs;

public sealed class LatencyRecordTests : IDisposable
{
    private readonly SchedulingFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Records_have_counts_times_and_functions()
    {
        var records = SchedulingFiles.Rows<LatencyRecord>(4242);
        Assert.Equal([4, 1], records.Select(record => record.Count));
        Assert.Equal((TimeSpan.FromMicroseconds(8213), TimeSpan.FromMicroseconds(3012)), (records[0].TotalTime, records[0].LongestTime));
        Assert.Equal(["poll_schedule_timeout", "do_sys_poll", "__x64_sys_poll", "do_syscall_64"], records[0].Stack);
        Assert.Equal(["nfs_wait_bit_killable [nfs]", "__wait_on_bit", "nfs4_proc_open [nfsv4]"], records[1].Stack);
        Assert.Equal((4242, "worker"), (records[1].ProcessId, records[1].ProcessName));
        Assert.Equal(["poll_schedule_timeout", "nfs_wait_bit_killable"], SchedulingFiles.RowNames(4242, "latency"));
    }

    [Fact]
    public void Nothing_is_recorded_while_it_is_switched_off() => Assert.Empty(_files.RowsOf<LatencyRecord>("latency", "Latency Top version : v0.1\n"));

    [Fact]
    public void A_malformed_line_is_reported_and_the_others_still_come()
    {
        (int rows, List<ProcException> errors) = _files.RowsAndErrors("latency", "Latency Top version : v0.1\n1 2 a b\n1 2 3 a\n");
        Assert.Equal(1, rows);
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }
}
