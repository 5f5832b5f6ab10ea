namespace ProcFs.Provider;

/// <summary>
/// Processes and threads through whose directories the engine goes to expand a wildcard such as <c>*/comm</c>. It checks whether each exists, and abandons the
/// whole wildcard if one has ended meanwhile. If it is told that such a process exists, it finds no directory, and leaves it out.
/// </summary>
/// <remarks>
/// An ended process counts as existing at most twice, and only until the engine requests an item or content, which means that it is done, or has requested nothing
/// for two seconds.
/// </remarks>
internal sealed class ExpandedFolders
{
    private const long LongestStepInMilliseconds = 2000;
    private const int Answers = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _answersLeft = [];
    private long _lastStep;

    /// <summary>Records folders that were listed for expansion.</summary>
    public void Keep(IReadOnlyCollection<string> paths)
    {
        lock (_lock)
        {
            if (Environment.TickCount64 - _lastStep > LongestStepInMilliseconds)
            {
                _answersLeft.Clear();
            }

            foreach (string path in paths)
            {
                _answersLeft[path] = Answers;
            }

            _lastStep = Environment.TickCount64;
        }
    }

    /// <summary>The engine is done.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _answersLeft.Clear();
        }
    }

    /// <summary>The recorded folder that is, or contains, a path; null for none, and once the engine is done.</summary>
    public string? FolderOf(string path)
    {
        lock (_lock)
        {
            long now = Environment.TickCount64;
            if (_answersLeft.Count == 0 || now - _lastStep > LongestStepInMilliseconds)
            {
                _answersLeft.Clear();
                return null;
            }

            _lastStep = now;
            for (int end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
            {
                if (_answersLeft.ContainsKey(path[..end]))
                {
                    return path[..end];
                }
            }

            return null;
        }
    }

    /// <summary>Whether a folder that no longer exists is treated as existing.</summary>
    public bool Excuses(string folder)
    {
        lock (_lock)
        {
            if (!_answersLeft.TryGetValue(folder, out int left) || left == 0)
            {
                return false;
            }

            _answersLeft[folder] = left - 1;
            return true;
        }
    }
}
