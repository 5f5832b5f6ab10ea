using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ProcFs.IO;

/// <summary>The parts of one reading in their order: those in work, each with the objects read so far, and those still to do.</summary>
internal sealed class ReadAheadLine<TPart, T>(IReadOnlyList<TPart> parts, CancellationToken stop) : IDisposable
{
    private const int PartsAhead = 8;
    private const int ChunksAhead = 8;

    private readonly Lock _lock = new();
    private int _next;

    /// <summary>The parts that are or were in work; the consumer takes them in order.</summary>
    public BlockingCollection<BlockingCollection<ArraySegment<T>>> Started { get; } = new(PartsAhead);

    /// <summary>Reads one part after another until none is left.</summary>
    public void Work(PartReader<TPart, T> read)
    {
        var chunk = new Chunk(stop);
        try
        {
            while (TryStart(out TPart? part, out BlockingCollection<ArraySegment<T>>? chunks))
            {
                ReadPart(read, part, chunk, chunks);
            }
        }
        finally
        {
            End();
        }
    }

    public void Dispose() => Started.Dispose();

    private bool TryStart(
        [MaybeNullWhen(false)] out TPart part,
        [NotNullWhen(true)] out BlockingCollection<ArraySegment<T>>? chunks)
    {
        lock (_lock)
        {
            bool isLeft = _next < parts.Count;
            part = isLeft ? parts[_next++] : default;
            chunks = isLeft ? new BlockingCollection<ArraySegment<T>>(ChunksAhead) : null;
            if (chunks is not null)
            {
                Started.Add(chunks, stop);
            }

            return isLeft;
        }
    }

    // What was made before a failure reaches the consumer before the failure does.
    private static void ReadPart(PartReader<TPart, T> read, TPart part, Chunk chunk, BlockingCollection<ArraySegment<T>> chunks)
    {
        try
        {
            chunk.Target = chunks;
            try
            {
                read(part, chunk.Add);
            }
            finally
            {
                chunk.Flush();
            }
        }
        finally
        {
            chunks.CompleteAdding();
        }
    }

    // Also where a reader fails: the consumer must not wait for parts that nobody starts.
    private void End()
    {
        lock (_lock)
        {
            _next = parts.Count;
            Started.CompleteAdding();
        }
    }

    /// <summary>Objects on their way. The first goes at once, so that it is seen; later ones go together.</summary>
    private sealed class Chunk(CancellationToken stop)
    {
        private const int Largest = 512;
        private const int LongestWait = 50;

        private T[] _items = new T[1];
        private int _count;
        private long _last = Environment.TickCount64;

        public BlockingCollection<ArraySegment<T>> Target { get; set; } = null!;

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
                Target.Add(new ArraySegment<T>(_items, 0, _count), stop);
                _items = new T[Math.Min(_items.Length * 2, Largest)];
                _count = 0;
            }

            _last = Environment.TickCount64;
        }
    }
}
