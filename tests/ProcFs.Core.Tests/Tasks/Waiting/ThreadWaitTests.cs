using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ThreadWaitTests : IDisposable
{
    private readonly TemporaryRoot _root = new();

    public ThreadWaitTests()
    {
        _root.Write("stat", "cpu 1\nbtime 1700000000\n").Write("sys/kernel/arch", "x86_64\n");
        Task("7", 7, "worker").Task("7/task/7", 7, "worker");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_thread_that_reads_a_pipe_waits_for_that_pipe()
    {
        _root.Write("7/task/7/syscall", "0 0x3 0x7ffd20 0x1000 0x4 0x5 0x6 0x7fffe29cd638 0x7f5404950dd0\n")
            .Write("7/task/7/wchan", "anon_pipe_read")
            .Write("7/task/7/stack", "[<0>] anon_pipe_read+0x366/0x410\n[<0>] nfs_wait+0x10/0x40 [nfs]\n")
            .Link("7/task/7/fd/3", "pipe:[33590]"u8.ToArray());
        ThreadWait wait = Assert.Single(Read()).Item!;
        Assert.Equal((7, "worker", 7, "worker"), (wait.ProcessId, wait.ProcessName, wait.ThreadId, wait.ThreadName));
        Assert.Equal((ProcessState.Sleeping, false, "anon_pipe_read"), (wait.State, wait.IsRunning, wait.WaitChannel));
        Assert.Equal(("read", 0, 3, "pipe:[33590]"), (wait.SystemCall, wait.SystemCallNumber, wait.Descriptor, wait.Target));
        Assert.Equal([3, 0x7ffd20, 0x1000], wait.Arguments!);
        Assert.Equal((0x7fffe29cd638UL, 0x7f5404950dd0UL), (wait.StackPointer!.Value, wait.InstructionPointer!.Value));
        Assert.Equal(["anon_pipe_read+0x366/0x410", "nfs_wait+0x10/0x40 [nfs]"], wait.Stack!.Select(frame => $"{frame}"));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_005), wait.StartTime);
    }

    [Theory]
    [InlineData("0 0xffffffff", null)]
    [InlineData("0 0xffffffffffffffff", null)]
    [InlineData("0 0xffffffff00000003", 3)]
    [InlineData("232 0x3", 3)]
    [InlineData("7 0x3", null)]
    [InlineData("202 0x3", null)]
    [InlineData("9999 0x3", null)]
    public void Only_some_calls_begin_with_the_descriptor_they_wait_on(string call, int? descriptor)
    {
        _root.Write("7/task/7/syscall", $"{call} 0x2 0x3 0x4 0x5 0x6 0x7fffe29cd638 0x7f5404950dd0\n").Link("7/task/7/fd/3", "/tmp/a"u8.ToArray());
        ThreadWait wait = Assert.Single(Read()).Item!;
        Assert.Equal((descriptor, descriptor is null ? null : "/tmp/a"), (wait.Descriptor, wait.Target));
    }

    [Fact]
    public void What_may_not_be_read_is_null()
    {
        ThreadWait wait = Assert.Single(Read()).Item!;
        Assert.Equal(ProcessState.Sleeping, wait.State);
        Assert.Null(wait.WaitChannel);
        Assert.Null(wait.SystemCall);
        Assert.Null(wait.Arguments);
        Assert.Null(wait.Stack);
        Assert.Null(wait.Target);
        Assert.False(wait.IsRunning);
    }

    [Fact]
    public void A_thread_that_runs_waits_for_nothing()
    {
        _root.Write("7/task/7/syscall", "running\n").Write("7/task/7/wchan", "0").Write("7/task/7/stack", "");
        ThreadWait wait = Assert.Single(Read()).Item!;
        Assert.True(wait.IsRunning);
        Assert.Null(wait.WaitChannel);
        Assert.Null(wait.SystemCall);
        Assert.Empty(wait.Arguments!);
        Assert.Empty(wait.Stack!);
    }

    [Fact]
    public void What_is_malformed_is_reported_and_the_rest_still_comes()
    {
        _root.Write("7/task/7/syscall", "nonsense\n").Write("7/task/7/stack", "nonsense\n[<0>] a+0x1/0x2\n").Write("7/task/7/wchan", "do_wait");
        List<Outcome<ThreadWait>> outcomes = Read();
        Assert.Equal([ProcErrorKind.Malformed, ProcErrorKind.Malformed], outcomes.Where(outcome => outcome.Item is null).Select(outcome => outcome.Error!.Kind));
        ThreadWait wait = outcomes.Single(outcome => outcome.Item is not null).Item!;
        Assert.Equal(("do_wait", null), (wait.WaitChannel, wait.Arguments));
        Assert.Equal("a+0x1/0x2", Assert.Single(wait.Stack!).ToString());
    }

    [Fact]
    public void An_odd_register_costs_its_property_alone()
    {
        _root.Write("7/task/7/syscall", "0 0x3 0x7ffd20 0x1000 0x4 0x5 0x6 (null) 0x7f5404950dd0\n").Write("7/task/7/wchan", "0").Write("7/task/7/stack", "");
        ThreadWait wait = Assert.Single(Read()).Item!;
        Assert.Equal(("read", null, 0x7f5404950dd0UL), (wait.SystemCall, wait.StackPointer, wait.InstructionPointer!.Value));
        Assert.Equal(UnavailableReason.Malformed, wait.Unavailable["StackPointer"]);
    }

    [Fact]
    public void Every_thread_is_a_row_and_some_can_be_picked()
    {
        Task("7/task/8", 8, "helper").Task("7/task/9", 9, "helper");
        Assert.Equal([7, 8, 9], Read().Select(outcome => outcome.Item!.ThreadId));
        Assert.Equal(["worker", "helper", "helper"], Read().Select(outcome => outcome.Item!.ThreadName));
        Assert.Equal([9, 8], Read(9, 8).Select(outcome => outcome.Item!.ThreadId));
    }

    [Fact]
    public void A_missing_thread_is_an_error_only_if_its_process_was_named()
    {
        List<Outcome<ThreadWait>> outcomes = Read(99, 7);
        Assert.Equal("Process 7 (worker) has no thread 99.", outcomes[0].Error!.Message);
        Assert.Equal(7, outcomes[1].Item!.ThreadId);
        Assert.Equal(7, Assert.Single(ThreadWait.Read(_root.Root.Processes(), [99, 7], new ReadSummary(), TestContext.Current.CancellationToken)).Item!.ThreadId);
    }

    [Fact]
    public void A_sleeping_process_waits_in_a_call_that_sleeps()
    {
        using var child = new ChildProcess();
        ThreadWait wait = Assert.Single(
            ThreadWait.Read(new ProcRoot().Processes(child.Id), null, new ReadSummary(), TestContext.Current.CancellationToken)).Item!;
        Assert.Equal((ProcessState.Sleeping, false, "sleep"), (wait.State, wait.IsRunning, wait.ThreadName));
        if (wait.Arguments is not null && wait.SystemCallNumber is not null && wait.SystemCall is not null)
        {
            Assert.True(wait.SystemCall is "clock_nanosleep" or "nanosleep" or "restart_syscall", wait.SystemCall);
        }
    }

    private List<Outcome<ThreadWait>> Read(params int[] threadIds) =>
        [.. ThreadWait.Read(_root.Root.Processes(7), threadIds is [] ? null : threadIds, new ReadSummary(), TestContext.Current.CancellationToken)];

    private ThreadWaitTests Task(string folder, int id, string name)
    {
        _root.Write($"{folder}/stat", $"{id} ({name}) S 1 7 7 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 500 8192000 300 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 0 17 3 0 0 0 0 0\n");
        return this;
    }
}
