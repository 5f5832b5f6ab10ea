namespace ProcFs.Provider;

/// <summary>
/// Processes and threads whose folders the engine goes through to expand a wildcard such as <c>*/comm</c>. It asks whether each is there,
/// and gives up the whole wildcard where one has ended meanwhile. Where it is told that this one is there, it finds no folder, and leaves it
/// out.
/// </summary>
/// <remarks>
/// An ended process passes for one that is there twice at most, and only until the engine asks for an item or a content, for then it
/// is done, or has asked for nothing for two seconds.
/// </remarks>
internal sealed class ExpandedFolders
{
    private const long LongestStepInMilliseconds = 2000;
    private const int Answers = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _answersLeft = [];
    private long _lastStep;

    /// <summary>Takes note of folders that were listed in order to be gone through.</summary>
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

    /// <summary>The one of these folders that a path lies in or is; null for none, and once the engine is done.</summary>
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

    /// <summary>Whether a folder that is gone is to pass for being there.</summary>
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
