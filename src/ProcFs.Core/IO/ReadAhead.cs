using System.Collections.Concurrent;

namespace ProcFs.IO;

/// <summary>
/// Reads on another core while the caller consumes: in order, only so far ahead, and never longer than the caller wants.
/// </summary>
internal static class ReadAhead
{
    private const int ChunksAhead = 8;

    /// <summary>Runs <paramref name="read"/>, which hands over each object, and gives the objects as they come.</summary>
    /// <remarks>A consumer that stops early ends the reading at the next object. What the reading throws is thrown to the consumer.</remarks>
    public static IEnumerable<T> Run<T>(Action<Action<T>> read, CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var chunks = new BlockingCollection<ArraySegment<T>>(ChunksAhead);
        var reading = Task.Run(() => Produce(read, chunks, stop.Token), CancellationToken.None);
        try
        {
            foreach (ArraySegment<T> chunk in chunks.GetConsumingEnumerable(cancellation))
            {
                for (int i = 0; i < chunk.Count; i++)
                {
                    yield return chunk[i];
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // The reading may be inside a long call of the kernel: nobody waits for it.
            stop.Cancel();
            reading.ContinueWith(
                task =>
                {
                    _ = task.Exception;
                    stop.Dispose();
                    chunks.Dispose();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private static void Produce<T>(Action<Action<T>> read, BlockingCollection<ArraySegment<T>> chunks, CancellationToken stop)
    {
        var chunk = new Chunk<T>(chunks, stop);
        try
        {
            ReadAndFlush(read, chunk);
        }
        finally
        {
            chunks.CompleteAdding();
        }
    }

    // What was made before a failure reaches the consumer before the failure does.
    private static void ReadAndFlush<T>(Action<Action<T>> read, Chunk<T> chunk)
    {
        try
        {
            read(chunk.Add);
        }
        finally
        {
            chunk.Flush();
        }
    }

    /// <summary>Objects on their way. The first goes at once, so that it is seen; later ones go together.</summary>
    private sealed class Chunk<T>(BlockingCollection<ArraySegment<T>> chunks, CancellationToken stop)
    {
        private const int Largest = 512;
        private const int LongestWait = 50;

        private T[] _items = new T[1];
        private int _count;
        private long _last = Environment.TickCount64;

        public void Add(T item)
        {
            stop.ThrowIfCancellationRequested();
            _items[_count++] = item;
            if (_count == _items.Length || Environment.TickCount64 - _last > LongestWait)
            {
                Flush();
            }
        }

        public void Flush()
        {
            if (_count > 0)
            {
                chunks.Add(new ArraySegment<T>(_items, 0, _count), stop);
            }

            _items = new T[Math.Min(_items.Length * 2, Largest)];
            _count = 0;
            _last = Environment.TickCount64;
        }
    }
}
