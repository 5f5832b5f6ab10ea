namespace ProcFs.IO;

/// <summary>Reads one part and passes on each object.</summary>
internal delegate void PartReader<TPart, T>(TPart part, Action<T> emit);

/// <summary>Reads on other cores while the consumer works: in order, only a limited number of objects ahead, and no longer than the consumer wants.</summary>
internal static class ReadAhead
{
    private const int MostReaders = 4;

    /// <summary>Runs <paramref name="read"/>, which passes on each object, and returns the objects as they arrive.</summary>
    /// <remarks>
    /// A consumer that stops early ends the reading at the next object; a reading that may be long without one checks its token. An exception of the reading is
    /// thrown to the consumer.
    /// </remarks>
    public static IEnumerable<T> Run<T>(Action<Action<T>, CancellationToken> read, CancellationToken cancellation) =>
        Run<int, T>([0], stop => (_, emit) => read(emit, stop), cancellation);

    /// <summary>Reads several parts at once, and returns the objects in the order of the parts.</summary>
    /// <param name="parts">The parts to read.</param>
    /// <param name="startReader">Creates a reader of parts, one for each reading thread.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static IEnumerable<T> Run<TPart, T>(
        IReadOnlyList<TPart> parts,
        Func<CancellationToken, PartReader<TPart, T>> startReader,
        CancellationToken cancellation)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var line = new ReadAheadLine<TPart, T>(parts, stop.Token);
        Task reading = Start(line, Math.Min(parts.Count, Math.Min(Environment.ProcessorCount, MostReaders)), () => startReader(stop.Token));
        try
        {
            while (line.TryTake(out T[] items, out int count))
            {
                for (int i = 0; i < count; i++)
                {
                    yield return items[i];
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // The reading may be in a long system call: do not wait for it.
            stop.Cancel();
            reading.ContinueWith(
                task =>
                {
                    _ = task.Exception;
                    stop.Dispose();
                    line.Dispose();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    // Several readers waiting for their consumer would exhaust the thread pool for other readings: they have their own threads.
    private static Task Start<TPart, T>(ReadAheadLine<TPart, T> line, int readers, Func<PartReader<TPart, T>> startReader) =>
        readers <= 1
            ? Task.Run(() => line.Work(startReader()), CancellationToken.None)
            : Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Factory.StartNew(
                () => line.Work(startReader()), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
}
