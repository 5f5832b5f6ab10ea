using ProcFs.Fixtures;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Each test starts its processes from a shell of its own, and watches the children of that shell.</summary>
public sealed class ProcessWatcherTests : IDisposable
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(20);

    private readonly ShellProcess _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_kernel_reports_each_step_of_a_short_life()
    {
        using SeenChanges changes = WatchChildren();
        _shell.Do("sleep 0.2");
        ProcessChange started = changes.Next(ProcessChangeKind.Started);
        ProcessChange executed = changes.Next(ProcessChangeKind.Executed);
        ProcessChange ended = changes.Next(ProcessChangeKind.Ended);
        Assert.Equal((_shell.Id, "bash", ProcessChangeSource.Connector), (started.ParentProcessId, started.ProcessName, started.Source));
        Assert.Equal((started.ProcessId, "sleep", "bash"), (executed.ProcessId, executed.ProcessName, executed.PreviousName));
        Assert.Equal(["sleep", "0.2"], executed.CommandLine!);
        Assert.EndsWith("/sleep", executed.Executable, StringComparison.Ordinal);
        Assert.Equal((started.ProcessId, (int?)0, (string?)null), (ended.ProcessId, ended.ExitCode, ended.ExitSignal));
        Assert.InRange(ended.Lifetime!.Value, TimeSpan.FromMilliseconds(200), s_long);
        Assert.True(started.Time <= executed.Time && executed.Time <= ended.Time);
        _shell.Do("sh -c 'exit 3'; :");
        Assert.Equal(3, changes.NextOf(ProcessChangeKind.Ended).ExitCode);
    }

    [Fact]
    public void A_signal_and_a_core_are_told()
    {
        using SeenChanges changes = WatchChildren();
        _shell.Do("sh -c 'kill -9 $$'; :");
        ProcessChange ended = changes.NextOf(ProcessChangeKind.Ended);
        Assert.Equal((null, "SIGKILL", false), (ended.ExitCode, ended.ExitSignal, ended.HasDumpedCore));
        Assert.DoesNotContain(nameof(ProcessChange.ExitCode), ended.Unavailable.Keys);
    }

    [Fact]
    public void Credentials_have_both_values()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root, to become another user");
        ProcessWatcher watcher = WatcherOfChildren();

        // The events are read late, when the process has its new user and program.
        _shell.Do("setpriv --reuid 12345 --regid 12346 --clear-groups sleep 60 & child=$!; until grep -q ^sleep /proc/$child/comm; do sleep 0.01; done");
        using var changes = new SeenChanges(watcher);
        ProcessChange user = changes.NextOf(ProcessChangeKind.CredentialsChanged);
        ProcessChange group = changes.NextOf(ProcessChangeKind.CredentialsChanged);
        if (user.UserIds![0] == user.PreviousUserIds![0])
        {
            (user, group) = (group, user);
        }

        Assert.Equal("12345", user.User);
        Assert.Equal([12345u, 12345u], user.UserIds!);
        Assert.Equal([0u, 0u], user.PreviousUserIds!);
        Assert.Equal([12346u, 12346u], group.GroupIds!);
        Assert.Equal([0u, 0u], group.PreviousGroupIds!);
        _shell.Do("kill $child; wait $child; :");
    }

    [Fact]
    public void A_process_whose_first_thread_ends_alone_lives_on()
    {
        Assert.SkipWhen(HasNo("python3"), "needs python3");
        using SeenChanges changes = WatchChildren();
        _shell.Do("""exec 9>&1; /usr/bin/python3 -c 'import threading,os,ctypes,time; threading.Thread(target=lambda: (time.sleep(0.5), os._exit(7))).start(); ctypes.CDLL(None).pthread_exit(None)' >/dev/null; :""");
        ProcessChange ended = changes.NextOf(ProcessChangeKind.Ended);
        Assert.Equal(("python3", 7), (ended.ProcessName, ended.ExitCode));
        Assert.InRange(ended.Lifetime!.Value, TimeSpan.FromMilliseconds(500), s_long);
    }

    [Fact]
    public void Polling_finds_what_stays()
    {
        using SeenChanges changes = WatchChildren(polls: true);
        _shell.Do("sleep 60 & child=$!");
        ProcessChange started = changes.NextOf(ProcessChangeKind.Started);
        _shell.Do("kill $child; wait $child; :");
        ProcessChange ended = changes.NextOf(ProcessChangeKind.Ended);
        Assert.Equal((ProcessChangeSource.Polling, started.ProcessId, _shell.Id), (ended.Source, ended.ProcessId, ended.ParentProcessId));
        Assert.Equal("sleep", ended.ProcessName);
        Assert.True(ended.ExitSignal == "SIGTERM" || ended.Unavailable["ExitCode"] == UnavailableReason.Gone);
    }

    [Fact]
    public void Polling_sees_another_program_of_the_same_name()
    {
        using SeenChanges changes = WatchChildren(polls: true);
        _shell.Do("f=$(mktemp -u); mkfifo $f; exec 8<>$f; rm $f; bash -c 'read; exec bash -c \"read; exit 4\"' <&8 & child=$!");
        ProcessChange started = changes.NextOf(ProcessChangeKind.Started);
        _shell.Do("echo >&8");
        ProcessChange executed;
        do
        {
            executed = changes.NextOf(ProcessChangeKind.Executed);
        }
        while (executed.CommandLine is not ["bash", "-c", "read; exit 4"]);
        Assert.Equal((started.ProcessId, "bash", "bash"), (executed.ProcessId, executed.PreviousName, executed.ProcessName));
        _shell.Do("echo >&8; wait $child; :");
    }

    [Fact]
    public void Polling_reads_the_status_of_a_zombie()
    {
        Assert.SkipWhen(HasNo("python3"), "needs python3");
        using var parent = new ChildProcess("/usr/bin/python3", "-c", "import os,sys\nprint(flush=True)\nsys.stdin.readline()\nif os.fork() == 0: os._exit(5)\nsys.stdin.readline()");
        parent.Output.ReadLine();
        using var watcher = new ProcessWatcher(new ProcRoot(), new ProcessChangeFilter { Parents = [parent.Id] }, s_short, polls: true);
        using var changes = new SeenChanges(watcher);
        parent.Input.WriteLine();
        Assert.Equal(5, changes.NextOf(ProcessChangeKind.Ended).ExitCode);
    }

    [Fact]
    public void It_ends_with_the_processes_it_was_asked_for_or_with_the_time()
    {
        using var child = new ShellProcess();
        using var watcher = new ProcessWatcher(new ProcRoot(), new ProcessChangeFilter { Ids = [child.Id] }, s_short);
        using var changes = new SeenChanges(watcher);
        child.End();
        Assert.Equal(0, changes.Next(ProcessChangeKind.Ended).ExitCode);
        Assert.True(changes.IsComplete);

        using var timed = new ProcessWatcher(new ProcRoot(), new ProcessChangeFilter { Names = [new Wildcard("no-such-name")] }, s_short);
        Assert.Empty(timed.Watch(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_process_that_does_not_exist_is_an_error()
    {
        using var watcher = new ProcessWatcher(new ProcRoot(), new ProcessChangeFilter { Ids = [int.MaxValue] }, s_short, polls: true);
        Outcome<ProcessChange> only = Assert.Single(watcher.Watch(s_long, TestContext.Current.CancellationToken));
        Assert.Equal(ProcErrorKind.NotFound, only.Error!.Kind);
    }

    [Fact]
    public void A_capture_is_refused()
    {
        using var capture = new TemporaryRoot();
        ProcException error = Assert.Throws<ProcException>(() => new ProcessWatcher(new ProcRoot(capture.Directory), new ProcessChangeFilter(), s_short));
        Assert.Equal(ProcErrorKind.NotSupported, error.Kind);
    }

    [Fact]
    public void Lost_events_are_reported_and_what_has_changed_is_read_again()
    {
        using var connector = ProcessConnector.Open(ProcessConnector.BufferSize, out _);
        Assert.SkipWhen(connector is null, "the kernel does not permit the process connector here");
        using var watcher = new ProcessWatcher(new ProcRoot(), new ProcessChangeFilter { Parents = [_shell.Id] }, s_short, polls: false, bufferedBytes: 4096);
        _shell.Do("for i in {1..60}; do /bin/true; done");
        using var changes = new SeenChanges(watcher);
        _shell.Do("sleep 0.2");
        _ = changes.NextOf(ProcessChangeKind.Ended);
        Assert.True(watcher.TryTakeWarning(out string warning));
        Assert.Contains("lost", warning, StringComparison.Ordinal);
    }

    private static bool HasNo(string program) => !File.Exists($"/usr/bin/{program}");

    private SeenChanges WatchChildren(bool polls = false) => new(WatcherOfChildren(polls));

    private ProcessWatcher WatcherOfChildren(bool polls = false)
    {
        var watcher = new ProcessWatcher(new ProcRoot(), new ProcessChangeFilter { Parents = [_shell.Id] }, s_short, polls);
        if (watcher.WhyPolling is { } reason)
        {
            watcher.Dispose();
            Assert.Skip($"the kernel does not permit the process connector here: {reason}");
        }

        return watcher;
    }
}
