using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>The changes seen by a watcher, each of which is awaited.</summary>
internal sealed class Watched(FdWatcher watcher) : IDisposable
{
    private readonly IEnumerator<Outcome<FdChange>> _changes = watcher.Watch(TestContext.Current.CancellationToken).GetEnumerator();

    /// <summary>Short, to keep tests short; no test depends on it.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(10);

    public static Watched Of(ShellProcess shell, FileDescriptorFilter filter)
    {
        var watcher = new FdWatcher(new ProcRoot(), Interval);
        Assert.Empty(watcher.Add(new ProcRoot().Processes(shell.Id), filter, TestContext.Current.CancellationToken));
        return new Watched(watcher);
    }

    /// <summary>The next change, which must be of this descriptor.</summary>
    public FdChange Next(int number)
    {
        Assert.True(_changes.MoveNext());
        Assert.Null(_changes.Current.Error);
        Assert.Equal(number, _changes.Current.Item!.Number);
        return _changes.Current.Item;
    }

    public IEnumerable<FdChange> Rest()
    {
        while (_changes.MoveNext())
        {
            yield return _changes.Current.Item!;
        }
    }

    public void Dispose()
    {
        _changes.Dispose();
        watcher.Dispose();
    }
}
