namespace ProcFs.Text;

/// <summary>Iterates over the lines of a text, in place.</summary>
internal ref struct LineScanner(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>The current line without its line ending.</summary>
    public ReadOnlySpan<byte> Line { get; private set; }

    /// <summary>The number of the current line, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Moves to the next line; false at the end.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        int end = _rest.IndexOf((byte)'\n');
        Line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + 1)..];
        Number++;
        return true;
    }
}
