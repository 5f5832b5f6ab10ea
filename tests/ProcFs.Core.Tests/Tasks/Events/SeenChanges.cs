using System.Collections.Concurrent;

namespace ProcFs;

/// <summary>The changes seen by a watcher, each of which is awaited.</summary>
internal sealed class SeenChanges : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly BlockingCollection<Outcome<ProcessChange>> _seen = [];
    private readonly ProcessWatcher _watcher;
    private readonly Task _watching;

    public SeenChanges(ProcessWatcher watcher)
    {
        _watcher = watcher;
        _watching = Task.Run(Watch);
    }

    /// <summary>The next change, which must be of this kind.</summary>
    public ProcessChange Next(ProcessChangeKind kind)
    {
        Assert.True(_seen.TryTake(out Outcome<ProcessChange> outcome, s_patience));
        Assert.Null(outcome.Error);
        Assert.Equal(kind, outcome.Item!.Change);
        return outcome.Item;
    }

    /// <summary>The next change of this kind.</summary>
    public ProcessChange NextOf(ProcessChangeKind kind)
    {
        while (_seen.TryTake(out Outcome<ProcessChange> outcome, s_patience))
        {
            if (outcome.Item?.Change == kind)
            {
                return outcome.Item;
            }
        }

        throw new TimeoutException($"No process has {kind}.");
    }

    /// <summary>Whether the watcher has ended by itself, and nothing is left.</summary>
    public bool IsComplete => _watching.Wait(s_patience) && _seen.Count == 0;

    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            _watching.Wait(s_patience);
        }
        catch (AggregateException error) when (error.InnerException is OperationCanceledException)
        {
            // It was still watching.
        }

        _watcher.Dispose();
        _stop.Dispose();
        _seen.Dispose();
    }

    private void Watch()
    {
        foreach (Outcome<ProcessChange> outcome in _watcher.Watch(s_patience, _stop.Token))
        {
            _seen.Add(outcome);
        }
    }
}
