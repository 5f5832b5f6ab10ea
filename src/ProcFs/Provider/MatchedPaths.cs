namespace ProcFs.Provider;

/// <summary>
/// The paths that the engine has made of a wildcard that leads through processes, such as <c>*/exe</c>, until it has gone through them. Those of ended
/// processes are passed over, and those that are denied are counted and told of behind the last, as the cmdlets do.
/// </summary>
/// <remarks>The engine takes one level of a path after the other: it goes through all paths of a level before it asks for those of the next.</remarks>
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

    /// <summary>A new wildcard begins.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _level.Clear();
            _next.Clear();
            (_total, _denied, _open) = (0, 0, 0);
        }
    }

    /// <summary>Takes note of a path of the wildcard.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isBelow">Whether it is one level below those that are gone through now.</param>
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

    /// <summary>Whether the path is of the wildcard; it counts as gone through then.</summary>
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

    /// <summary>Whether the path is of the wildcard, and not gone through yet.</summary>
    public bool Contains(string path)
    {
        lock (_lock)
        {
            return _level.Contains(path) && Environment.TickCount64 - _lastStep <= LongestStepInMilliseconds;
        }
    }

    /// <summary>One of the paths is denied.</summary>
    public void Deny()
    {
        lock (_lock)
        {
            _denied++;
        }
    }

    /// <summary>One of the paths has a content that is read later.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _open++;
        }
    }

    /// <summary>That content has been read.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _open--;
            _lastStep = Environment.TickCount64;
        }
    }

    /// <summary>What is to be told, once all paths have been gone through; null before, and where none was denied.</summary>
    /// <param name="expands">Whether the engine only looks for further paths. Before it reads them it may do so twice, the first time for dynamic parameters.</param>
    public string? Settle(bool expands)
    {
        lock (_lock)
        {
            // How long whoever takes the item has taken over it says nothing of the engine.
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
                // The second time some processes have ended and others begun: the counts may differ.
                return null;
            }

            _isTold = expands && (warning is not null || isTold);
            return warning;
        }
    }
}
