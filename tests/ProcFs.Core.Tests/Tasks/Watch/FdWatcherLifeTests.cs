using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>The initial state of a watcher, its end, and what it follows in between.</summary>
public sealed class FdWatcherLifeTests : IDisposable
{
    private readonly TemporaryRoot _folder = new();
    private readonly ShellProcess _shell = new();

    public FdWatcherLifeTests()
    {
        _folder.Write("one", new byte[1000]);
        _shell.Do($"cd '{_folder.Directory}'");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_ends_with_the_process_and_closes_what_was_open()
    {
        _shell.Do("exec 20<one");
        using var watched = Watched.Of(_shell, new FileDescriptorFilter { Numbers = [20] });
        watched.Next(20);
        _shell.End();
        FdChange last = Assert.Single(watched.Rest());
        Assert.Equal((FdChangeKind.Closed, 20, "bash"), (last.Change, last.Number, last.ProcessName));
    }

    [Fact]
    public void A_process_that_nobody_waits_for_has_ended()
    {
        // The shell executes a program that has a child and never waits for it.
        Native.MakeFifo(_folder.PathOf("gate"));
        _shell.Say("cat gate >/dev/null & echo $!; exec sleep 600");
        int id = int.Parse(_shell.ReadLine(), System.Globalization.CultureInfo.InvariantCulture);
        using var watcher = new FdWatcher(new ProcRoot(), Watched.Interval);
        Assert.Empty(watcher.Add(new ProcRoot().Processes(id), FileDescriptorFilter.None, Token));
        using var watched = new Watched(watcher);
        Assert.Equal(FdChangeKind.Opened, watched.Next(0).Change);
        File.OpenHandle(_folder.PathOf("gate"), FileMode.Open, FileAccess.Write).Dispose();
        FdChange last = watched.Rest().Last();
        Assert.Equal(FdChangeKind.Closed, last.Change);
        Assert.Contains("Z", File.ReadAllText($"/proc/{id}/stat"), StringComparison.Ordinal);
        _shell.Kill();
    }

    [Fact]
    public void Several_processes_are_watched_at_once()
    {
        using var second = new ShellProcess();
        using var watcher = new FdWatcher(new ProcRoot(), Watched.Interval);
        Assert.Empty(watcher.Add(new ProcRoot().Processes(_shell.Id, second.Id, _shell.Id), new FileDescriptorFilter { Numbers = [20] }, Token));
        Assert.Empty(watcher.Add(new ProcRoot().Processes(second.Id), new FileDescriptorFilter { Numbers = [21] }, Token));
        using var changes = new Watched(watcher);
        _shell.Do("exec 20</dev/null");
        Assert.Equal(_shell.Id, changes.Next(20).ProcessId);
        second.Do("exec 21</dev/null");
        Assert.Equal(second.Id, changes.Next(21).ProcessId);
        _shell.End();
        FdChange closed = changes.Next(20);
        Assert.Equal((_shell.Id, FdChangeKind.Closed), (closed.ProcessId, closed.Change));
        second.End();
        Assert.Equal(second.Id, Assert.Single(changes.Rest()).ProcessId);
    }

    [Fact]
    public void A_program_that_takes_the_place_of_another_is_watched_on_under_its_name()
    {
        _shell.Do("exec 20<one");
        using var watched = Watched.Of(_shell, new FileDescriptorFilter { Numbers = [20] });
        Assert.Equal("bash", watched.Next(20).ProcessName);
        _shell.Say("exec tail -c 1 -f <&20");
        FdChange moved = watched.Next(20);
        Assert.Equal((FdChangeKind.Advanced, "tail"), (moved.Change, moved.ProcessName));
        _shell.Kill();
        Assert.Equal(FdChangeKind.Closed, watched.Rest().Last().Change);
    }

    [Fact]
    public void Cancelled_it_ends_and_leaves_nothing_open()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var watcher = new FdWatcher(new ProcRoot(), TimeSpan.FromHours(1));
        _ = watcher.Add(new ProcRoot().Processes(_shell.Id), FileDescriptorFilter.None, Token);
        using IEnumerator<Outcome<FdChange>> changes = watcher.Watch(stop.Token).GetEnumerator();
        Assert.True(changes.MoveNext());
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (changes.MoveNext())
            {
            }
        });
        string folder = $"/proc/{_shell.Id}/fd";
        Assert.True(SpinWait.SpinUntil(() => !OwnTargets().Contains(folder), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_cannot_be_watched_is_said()
    {
        using var watcher = new FdWatcher(new ProcRoot(), Watched.Interval);
        ProcException missing = Assert.Single(watcher.Add(new ProcRoot().Processes(int.MaxValue - 1), FileDescriptorFilter.None, Token));
        Assert.Equal(ProcErrorKind.NotFound, missing.Kind);
        ProcException nameless = Assert.Single(watcher.Add(new ProcRoot().Processes("no-such-name"), FileDescriptorFilter.None, Token));
        Assert.Equal(ProcErrorKind.NotFound, nameless.Kind);
        Assert.Empty(watcher.Add(new ProcRoot().Processes("no-such-name*"), FileDescriptorFilter.None, Token));
        Assert.Empty(watcher.Watch(Token));

        using var capture = new FdWatcher(_folder.Root, Watched.Interval);
        Assert.Equal(ProcErrorKind.NotSupported, Assert.Single(capture.Add(_folder.Root.Processes(1), FileDescriptorFilter.None, Token)).Kind);
    }

    [Fact]
    public void The_file_that_moves_fastest_is_the_progress()
    {
        _folder.Write("large", new byte[4_000_000]);
        _folder.Write("small", new byte[4_000_000]);
        _shell.Do("exec 20<small 21<large");
        using var watcher = new FdWatcher(new ProcRoot(), Watched.Interval);
        _ = watcher.Add(new ProcRoot().Processes(_shell.Id), FileDescriptorFilter.None, Token);
        using IEnumerator<Outcome<FdProgress>> looks = watcher.WatchProgress(Token).GetEnumerator();
        Assert.True(looks.MoveNext());
        Assert.Null(looks.Current.Item!.File);
        _shell.Do("dd bs=100 count=1 status=none <&20 >/dev/null; dd bs=1000000 count=1 status=none <&21 >/dev/null");
        do
        {
            Assert.True(looks.MoveNext());
        }
        while (looks.Current.Item!.File is not { Number: 21 });

        FdChange file = looks.Current.Item!.File!;
        Assert.Equal((_folder.PathOf("large"), 1_000_000L, 25.0), (file.Target, file.Position, file.Percent));
        _shell.End();
        while (!looks.Current.Item!.HasEnded)
        {
            Assert.True(looks.MoveNext());
        }

        Assert.False(looks.MoveNext());
    }

    private static string[] OwnTargets() => [.. FileDescriptor.Read(new ProcRoot().Processes(Environment.ProcessId), FileDescriptorFilter.None, new ReadSummary(), Token)
        .Select(outcome => outcome.Item?.Target ?? "")];
}
