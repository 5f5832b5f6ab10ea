using System.Collections.Concurrent;

namespace ProcFs;

/// <summary>Observes something on a thread of its own, which continues while the consumer is busy.</summary>
internal static class Observation
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    /// <summary>What the observer sees, until it returns.</summary>
    /// <param name="observe">Adds to the collection, until it has seen all or is cancelled.</param>
    /// <param name="bound">The number of items that wait for the consumer, before the observer does.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static IEnumerable<T> Run<T>(Action<BlockingCollection<T>, CancellationToken> observe, int bound = int.MaxValue, CancellationToken cancellation = default)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var seen = new BlockingCollection<T>(bound);
        Task looking = Task.Factory.StartNew(() => Observe(observe, seen, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (T item in seen.GetConsumingEnumerable(cancellation))
            {
                yield return item;
            }

            looking.GetAwaiter().GetResult();
        }
        finally
        {
            // A sample can hang in the kernel, for example on a server that does not respond: do not wait long for it.
            stop.Cancel();
            _ = looking.ContinueWith(
                task =>
                {
                    _ = task.Exception;
                    stop.Dispose();
                    seen.Dispose();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default).Wait(s_patience, CancellationToken.None);
        }
    }

    private static void Observe<T>(Action<BlockingCollection<T>, CancellationToken> observe, BlockingCollection<T> seen, CancellationToken stop)
    {
        try
        {
            observe(seen, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The consumer has left.
        }
        finally
        {
            seen.CompleteAdding();
        }
    }
}
