using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Each test sends commands to a shell, and continues when the watcher has seen the effect, so that nothing depends on the speed of the machine.</summary>
public sealed class FdWatcherTests : IDisposable
{
    private readonly TemporaryRoot _folder = new();
    private readonly ShellProcess _shell = new();

    public FdWatcherTests()
    {
        _folder.Write("one", new byte[1000]);
        _folder.Write("two", new byte[500]);
        _shell.Do($"cd '{_folder.Directory}'");
    }

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_open_already_comes_first()
    {
        _shell.Do("exec 20<one 21>>two");
        using Watched watched = Watch(20, 21);
        FdChange read = watched.Next(20);
        Assert.Equal((FdChangeKind.Opened, _folder.PathOf("one"), FileDescriptorType.File), (read.Change, read.Target, read.Type));
        Assert.Equal((0L, 1000L, 0.0, FileDescriptorAccess.Read), (read.Position, read.Size, read.Percent, read.Access));
        Assert.Equal((_shell.Id, "bash", false), (read.ProcessId, read.ProcessName, read.IsDeleted));
        Assert.NotNull(read.StartTime);
        FdChange written = watched.Next(21);
        Assert.Equal((FdChangeKind.Opened, 500L, FileDescriptorAccess.Write), (written.Change, written.Size, written.Access));
        Assert.Null(written.Percent);
    }

    [Fact]
    public void Opened_advanced_retargeted_closed()
    {
        using Watched watched = Watch(20);
        _shell.Do("exec 20<one");
        Assert.Equal(FdChangeKind.Opened, watched.Next(20).Change);

        _shell.Do("dd bs=250 count=1 status=none <&20 >/dev/null");
        FdChange moved = watched.Next(20);
        Assert.Equal((FdChangeKind.Advanced, 250L, 1000L, 25.0), (moved.Change, moved.Position, moved.Size, moved.Percent));
        Assert.True(moved.Speed > 0);
        Assert.Equal(750.0 / moved.Speed!.Value, moved.TimeLeft!.Value.TotalSeconds, tolerance: 0.01);
        Assert.Null(moved.PreviousTarget);

        _shell.Do("exec 20<two");
        FdChange other = watched.Next(20);
        Assert.Equal((FdChangeKind.Retargeted, _folder.PathOf("two"), _folder.PathOf("one")), (other.Change, other.Target, other.PreviousTarget));
        Assert.Equal((0L, 500L), (other.Position, other.Size));
        Assert.Null(other.Speed);

        _shell.Do("exec 20<&-");
        FdChange closed = watched.Next(20);
        Assert.Equal((FdChangeKind.Closed, _folder.PathOf("two")), (closed.Change, closed.Target));
    }

    [Fact]
    public void What_reaches_the_end_is_whole_and_has_no_time_left()
    {
        _shell.Do("exec 20<one");
        using Watched watched = Watch(20);
        watched.Next(20);
        _shell.Do("cat <&20 >/dev/null");
        FdChange last = watched.Next(20);
        while (last.Position < 1000)
        {
            last = watched.Next(20);
        }

        Assert.Equal(100.0, last.Percent);
        Assert.Null(last.TimeLeft);
    }

    [Fact]
    public void A_position_that_goes_back_has_no_speed()
    {
        _folder.Write("hundred", "hundred\n");
        _shell.Do("exec 20<>hundred; cat <&20 >/dev/null");
        using Watched watched = Watch(20);
        Assert.Equal(8, watched.Next(20).Position);
        _shell.Do("exec 21</proc/self/fd/20; exec 20<&21");
        FdChange reopened = watched.Next(20);

        // The access mode differs: it was certainly reopened.
        Assert.Equal((FdChangeKind.Retargeted, 0L), (reopened.Change, reopened.Position));
        _shell.Do("dd bs=4 count=1 status=none <&20 >/dev/null");
        Assert.Equal(FdChangeKind.Advanced, watched.Next(20).Change);
        _shell.Do("exec 20<hundred");
        FdChange back = watched.Next(20);
        Assert.Equal((FdChangeKind.Advanced, 0L), (back.Change, back.Position));
        Assert.Null(back.Speed);
        Assert.Null(back.TimeLeft);
    }

    [Fact]
    public void Another_file_under_the_same_name_is_another_target()
    {
        _shell.Do("exec 20<one");
        using Watched watched = Watch(20);
        watched.Next(20);
        _shell.Do("cp one three; mv three one; exec 20<one");
        FdChange changed = watched.Next(20);
        Assert.Equal((FdChangeKind.Retargeted, _folder.PathOf("one"), _folder.PathOf("one")), (changed.Change, changed.Target, changed.PreviousTarget));
    }

    [Fact]
    public void A_file_that_gets_another_name_is_the_same()
    {
        _shell.Do("exec 20<one");
        using Watched watched = Watch(20);
        watched.Next(20);
        _shell.Do("mv one renamed");
        Assert.False(Move(watched, change => change.Target == _folder.PathOf("renamed")).IsDeleted);
        _shell.Do("rm renamed");
        Assert.Equal(_folder.PathOf("renamed"), Move(watched, change => change.IsDeleted).Target);
    }

    [Fact]
    public void What_has_no_position_has_no_size_either()
    {
        _shell.Do("exec 20</dev/null; exec 21< <(:)");
        using Watched watched = Watch(20, 21);
        FdChange device = watched.Next(20);
        Assert.Equal((FileDescriptorType.Device, null, null, null), (device.Type, device.Position, device.Size, device.Percent));
        FdChange pipe = watched.Next(21);
        Assert.Equal((FileDescriptorType.Pipe, null, null, null), (pipe.Type, pipe.Position, pipe.Size, pipe.Access));
        _shell.Do("exec 21< <(:)");
        FdChange other = watched.Next(21);
        Assert.Equal(FdChangeKind.Retargeted, other.Change);
        Assert.NotEqual(other.PreviousTarget, other.Target);
    }

    [Fact]
    public void What_stays_open_for_two_intervals_is_seen_however_slowly_it_is_taken()
    {
        _shell.Do("exec 20>seen-first");
        using Watched watched = Watch(new FileDescriptorFilter { Targets = [new Wildcard("*/seen-*")] });
        watched.Next(20);
        for (int i = 0; i < 5; i++)
        {
            _shell.Do($"exec 20>seen-{i}; sleep 1; exec 20>&-");
        }

        _shell.End();
        FdChange[] seen = [.. watched.Rest()];
        for (int i = 0; i < 5; i++)
        {
            Assert.Contains(seen, change => change.Change != FdChangeKind.Closed && change.Target == _folder.PathOf($"seen-{i}"));
        }
    }

    // A sample in progress may still have the old name: the one after it does not.
    private FdChange Move(Watched watched, Predicate<FdChange> isAwaited)
    {
        for (int tries = 0; ; tries++)
        {
            _shell.Do("dd bs=1 count=1 status=none <&20 >/dev/null");
            FdChange change = watched.Next(20);
            Assert.Equal(FdChangeKind.Advanced, change.Change);
            if (isAwaited(change))
            {
                return change;
            }

            Assert.True(tries < 5);
        }
    }

    private Watched Watch(params int[] numbers) => Watch(new FileDescriptorFilter { Numbers = numbers });

    private Watched Watch(FileDescriptorFilter filter) => Watched.Of(_shell, filter);
}
