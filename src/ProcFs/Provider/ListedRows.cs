using ProcFs.Tree;

namespace ProcFs.Provider;

/// <summary>Reads a table once more; the rows by their paths.</summary>
internal delegate Dictionary<string, ProcNode> TableReader();

/// <summary>
/// The rows of the table whose names were listed last. The engine makes names of a wildcard first, and then asks for each item by
/// its name: without these the table would be read once for each.
/// </summary>
/// <remarks>
/// Nothing here makes /proc stale. A row is given only where names of its table were listed just before, never when it is older than a
/// second, and once: whoever asks for it again has it read again.
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

    /// <summary>Keeps rows that were read just now.</summary>
    /// <param name="table">The table's path.</param>
    /// <param name="rows">The rows that were listed, by their paths.</param>
    /// <param name="read">Reads the same rows again.</param>
    /// <param name="readAt">When the reading began (<see cref="Environment.TickCount64"/>).</param>
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

    /// <summary>The row at a path, where it is one of those listed; null for all else.</summary>
    public ProcNode? Take(string path)
    {
        lock (_lock)
        {
            return _rows.Count > 0 && TreePath.IsIn(_table, path) && IsFresh(path) && _rows.Remove(path, out ProcNode? row) ? row : null;
        }
    }

    // A long walk over many matches reads the table anew once a second, and not for each row.
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
            // Whoever asked for the row reads the table, and is told why it cannot be read.
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
