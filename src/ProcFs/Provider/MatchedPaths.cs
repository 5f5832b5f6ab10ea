namespace ProcFs.Provider;

/// <summary>
/// The paths to which the engine has expanded a wildcard that spans processes, such as <c>*/exe</c>, until it has processed them. Paths of ended processes are
/// skipped, and denied ones are counted and reported after the last, as in the cmdlets.
/// </summary>
/// <remarks>The engine expands one level of a path after the other: it processes all paths of a level before it requests those of the next.</remarks>
internal sealed class MatchedPaths
{
    private const long LongestStepInMilliseconds = 2000;

    private readonly Lock _lock = new();
    private HashSet<string> _level = [];
    private HashSet<string> _next = [];
    private int _total;
    private int _denied;
    private int _open;
    private long _lastStep;
    private bool _isTold;

    /// <summary>Begins a new wildcard.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _level.Clear();
            _next.Clear();
            (_total, _denied, _open) = (0, 0, 0);
        }
    }

    /// <summary>Records a path of the wildcard.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isBelow">Whether it is one level below the paths in progress.</param>
    public void Add(string path, bool isBelow = false)
    {
        lock (_lock)
        {
            _lastStep = Environment.TickCount64;
            if (isBelow)
            {
                _next.Add(path);
            }
            else if (_level.Add(path))
            {
                _total++;
            }
        }
    }

    /// <summary>Whether the path belongs to the wildcard; it then counts as processed.</summary>
    public bool Take(string path)
    {
        lock (_lock)
        {
            long now = Environment.TickCount64;
            if (now - _lastStep > LongestStepInMilliseconds)
            {
                Clear();
                return false;
            }

            _lastStep = now;
            return _level.Remove(path);
        }
    }

    /// <summary>Whether the path belongs to the wildcard and has not been processed yet.</summary>
    public bool Contains(string path)
    {
        lock (_lock)
        {
            return _level.Contains(path) && Environment.TickCount64 - _lastStep <= LongestStepInMilliseconds;
        }
    }

    /// <summary>Counts a denied path.</summary>
    public void Deny()
    {
        lock (_lock)
        {
            _denied++;
        }
    }

    /// <summary>Counts a path whose content is read later.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _open++;
        }
    }

    /// <summary>Records that such content has been read.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _open--;
            _lastStep = Environment.TickCount64;
        }
    }

    /// <summary>The message, once all paths have been processed; null before, and if none was denied.</summary>
    /// <param name="expands">Whether the engine is only expanding further. Before reading, it may do so twice, the first time for dynamic parameters.</param>
    public string? Settle(bool expands)
    {
        lock (_lock)
        {
            // The time that the consumer of an item takes is not that of the engine.
            bool isAtOnce = Environment.TickCount64 - _lastStep < LongestStepInMilliseconds;
            _lastStep = Environment.TickCount64;
            bool isTold = _isTold;
            _isTold = false;
            if (_level.Count > 0 || _open > 0)
            {
                _isTold = expands && isTold;
                return null;
            }

            string? warning = _denied == 0 ? null : ReadSummary.LeftOut(_denied, _total, "path", "paths");
            (_level, _next) = (_next, _level);
            (_total, _denied) = (_level.Count, 0);
            if (expands && warning is not null && isTold && isAtOnce)
            {
                // The second time, some processes have ended and others started: the counts can differ.
                return null;
            }

            _isTold = expands && (warning is not null || isTold);
            return warning;
        }
    }
}
