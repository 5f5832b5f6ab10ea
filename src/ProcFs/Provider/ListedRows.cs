using ProcFs.Tree;

namespace ProcFs.Provider;

/// <summary>Reads a table again; returns the rows by path.</summary>
internal delegate Dictionary<string, ProcNode> TableReader();

/// <summary>
/// The rows of the table whose names were listed last. The engine first expands a wildcard to names, and then requests each item by name: without this cache, the
/// table would be read once for each.
/// </summary>
/// <remarks>
/// No stale data is returned. A row is returned only if the names of its table were listed just before, never if it is older than a second, and only once: another
/// request reads it again.
/// </remarks>
internal sealed class ListedRows
{
    private const long OldestInMilliseconds = 1000;
    private const long ForgottenInMilliseconds = 5000;

    private readonly Lock _lock = new();
    private string _table = "";
    private Dictionary<string, ProcNode> _rows = [];
    private TableReader? _read;
    private long _readAt;
    private Timer? _forget;

    /// <summary>Stores rows that were just read.</summary>
    /// <param name="table">The table's path.</param>
    /// <param name="rows">The listed rows, by path.</param>
    /// <param name="read">Reads the same rows again.</param>
    /// <param name="readAt">The time at which the reading began (<see cref="Environment.TickCount64"/>).</param>
    public void Keep(string table, Dictionary<string, ProcNode> rows, TableReader read, long readAt)
    {
        if (rows.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            (_table, _rows, _read, _readAt) = (table, rows, read, readAt);
            _forget ??= new Timer(_ => Forget());
            _forget.Change(ForgottenInMilliseconds, Timeout.Infinite);
        }
    }

    /// <summary>The row at a path, if it is one of those listed; otherwise null.</summary>
    public ProcNode? Take(string path)
    {
        lock (_lock)
        {
            return _rows.Count > 0 && TreePath.IsIn(_table, path) && IsFresh(path) && _rows.Remove(path, out ProcNode? row) ? row : null;
        }
    }

    // During a long iteration over many matches, the table is read again once per second, not for each row.
    private bool IsFresh(string path)
    {
        long now = Environment.TickCount64;
        if (now - _readAt <= OldestInMilliseconds)
        {
            return true;
        }

        if (!_rows.ContainsKey(path) || _read is null)
        {
            return false;
        }

        try
        {
            _rows = _read();
            _readAt = now;
            _forget?.Change(ForgottenInMilliseconds, Timeout.Infinite);
            return true;
        }
        catch (ProcException)
        {
            // The request for the row reads the table, and reports why it cannot be read.
            _rows = [];
            return false;
        }
    }

    private void Forget()
    {
        lock (_lock)
        {
            _rows = [];
            _read = null;
        }
    }
}
