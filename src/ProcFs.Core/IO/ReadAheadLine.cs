namespace ProcFs.IO;

/// <summary>
/// The parts of a reading in order: those in progress, each with the objects read so far, and those still to do. Its queues are its own classes, because the
/// compiler generates no ahead-of-time code for the framework's queues of these values.
/// </summary>
internal sealed class ReadAheadLine<TPart, T> : IDisposable
{
    private const int PartsAhead = 8;
    private const int ChunksAhead = 8;

    private readonly IReadOnlyList<TPart> _parts;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenRegistration _waking;
    private readonly object _lock = new();
    private Part? _first;
    private Part? _last;
    private int _started;
    private int _next;

    public ReadAheadLine(IReadOnlyList<TPart> parts, CancellationToken stop)
    {
        _parts = parts;
        _stop = stop;
        _waking = stop.Register(WakeAll);
    }

    /// <summary>Reads one part after another until none is left.</summary>
    public void Work(PartReader<TPart, T> read)
    {
        var chunk = new Chunk(this);
        try
        {
            while (Start(out int index) is { } part)
            {
                ReadPart(read, _parts[index], chunk, part);
            }
        }
        finally
        {
            End();
        }
    }

    /// <summary>The next objects in the order of the parts; false once all have been taken.</summary>
    public bool TryTake(out T[] items, out int count)
    {
        lock (_lock)
        {
            while (true)
            {
                _stop.ThrowIfCancellationRequested();
                if (_first is null && _next >= _parts.Count)
                {
                    (items, count) = ([], 0);
                    return false;
                }

                if (_first?.TryTake(out items!, out count) == true)
                {
                    Monitor.PulseAll(_lock);
                    return true;
                }

                if (_first is { IsComplete: true })
                {
                    _first = _first.Next;
                    _started--;
                    Monitor.PulseAll(_lock);
                    continue;
                }

                Monitor.Wait(_lock);
            }
        }
    }

    public void Dispose() => _waking.Dispose();

    private Part? Start(out int index)
    {
        lock (_lock)
        {
            while (_started >= PartsAhead && _next < _parts.Count)
            {
                _stop.ThrowIfCancellationRequested();
                Monitor.Wait(_lock);
            }

            _stop.ThrowIfCancellationRequested();
            index = _next;
            if (_next >= _parts.Count)
            {
                return null;
            }

            var part = new Part();
            _next++;
            _started++;
            _last = _first is null ? _first = part : _last!.Next = part;
            return part;
        }
    }

    // Objects created before a failure reach the consumer before the failure does.
    private void ReadPart(PartReader<TPart, T> read, TPart what, Chunk chunk, Part part)
    {
        try
        {
            chunk.Target = part;
            try
            {
                read(what, chunk.Add);
            }
            finally
            {
                chunk.Flush();
            }
        }
        finally
        {
            lock (_lock)
            {
                part.IsComplete = true;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private void Add(Part part, T[] items, int count)
    {
        lock (_lock)
        {
            while (part.Count >= ChunksAhead)
            {
                _stop.ThrowIfCancellationRequested();
                Monitor.Wait(_lock);
            }

            _stop.ThrowIfCancellationRequested();
            part.Add(items, count);
            Monitor.PulseAll(_lock);
        }
    }

    // Even if a reader fails: the consumer must not wait for parts that nobody starts.
    private void End()
    {
        lock (_lock)
        {
            _next = _parts.Count;
            Monitor.PulseAll(_lock);
        }
    }

    private void WakeAll()
    {
        lock (_lock)
        {
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>The objects of one part that have not been taken yet.</summary>
    private sealed class Part
    {
        private readonly T[][] _items = new T[ChunksAhead][];
        private readonly int[] _counts = new int[ChunksAhead];
        private int _start;

        public Part? Next { get; set; }

        public bool IsComplete { get; set; }

        public int Count { get; private set; }

        public void Add(T[] items, int count)
        {
            int place = (_start + Count++) % ChunksAhead;
            (_items[place], _counts[place]) = (items, count);
        }

        public bool TryTake(out T[] items, out int count)
        {
            (items, count) = (_items[_start], _counts[_start]);
            if (Count == 0)
            {
                return false;
            }

            _items[_start] = null!;
            _start = (_start + 1) % ChunksAhead;
            Count--;
            return true;
        }
    }

    /// <summary>Objects in transit. The first is passed on at once, so that it is seen; later ones are batched.</summary>
    private sealed class Chunk(ReadAheadLine<TPart, T> line)
    {
        private const int Largest = 512;
        private const int LongestWait = 50;

        private T[] _items = new T[1];
        private int _count;
        private long _last = Environment.TickCount64;

        public Part Target { get; set; } = null!;

        public void Add(T item)
        {
            line._stop.ThrowIfCancellationRequested();
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
                line.Add(Target, _items, _count);
                _items = new T[Math.Min(_items.Length * 2, Largest)];
                _count = 0;
            }

            _last = Environment.TickCount64;
        }
    }
}
