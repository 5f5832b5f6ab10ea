namespace ProcFs.Grammar;

/// <summary>Keys, concatenated in <paramref name="text"/>.</summary>
/// <param name="text">The keys.</param>
/// <param name="ends">The end of each key.</param>
internal readonly ref struct KeyTable(ReadOnlySpan<byte> text, ReadOnlySpan<ushort> ends)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly ReadOnlySpan<ushort> _ends = ends;

    /// <summary>The number of keys.</summary>
    public int Count => _ends.Length;

    /// <summary>The key at this position.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : _ends[index - 1];
            return _text[start.._ends[index]];
        }
    }

    /// <summary>The position of the key; -1 if it is unknown. The kernel writes keys in a fixed order, so the search starts at the expected one.</summary>
    public int IndexOf(ReadOnlySpan<byte> key, int expected)
    {
        int found = Find(key, expected, Count);
        return found >= 0 ? found : Find(key, 0, Math.Min(expected, Count));
    }

    private int Find(ReadOnlySpan<byte> key, int from, int to)
    {
        int start = from == 0 || from >= to ? 0 : _ends[from - 1];
        for (int i = from; i < to; i++)
        {
            int end = _ends[i];
            if (end - start == key.Length && key.SequenceEqual(_text.Slice(start, key.Length)))
            {
                return i;
            }

            start = end;
        }

        return -1;
    }
}
