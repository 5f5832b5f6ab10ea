namespace ProcFs.Text;

/// <summary>
/// Returns the same string for the same bytes, so that a target shared by a thousand processes is decoded and stored once. It drops strings that were not used
/// recently; they are created again when needed.
/// </summary>
internal sealed class TextPool
{
    // Reading one process involves few texts. The largest size stays below that of the large object heap.
    private const int FirstSize = 64;
    private const int LargestSize = 2048;
    private const int LongestKept = 512;

    private Entry[] _entries = new Entry[FirstSize];
    private Entry _last;
    private int _made;

    /// <summary>The text of <paramref name="bytes"/>.</summary>
    public string Intern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LongestKept)
        {
            return LosslessText.Decode(bytes);
        }

        // The ranges of one file are consecutive, and so are the descriptors on one device.
        if (bytes.SequenceEqual(_last.Bytes))
        {
            return _last.Text;
        }

        uint hash = Hash(bytes);
        ref Entry entry = ref _entries[hash % _entries.Length];
        if (entry.Bytes is { } known && entry.Hash == hash && bytes.SequenceEqual(known))
        {
            _last = entry;
            return entry.Text;
        }

        string text = LosslessText.Decode(bytes);
        entry = new Entry(hash, bytes.ToArray(), text);
        _last = entry;
        if (++_made == _entries.Length && _made < LargestSize)
        {
            _entries = new Entry[_made * 2];
            _made = 0;
        }

        return text;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return (uint)hash.ToHashCode();
    }

    private readonly record struct Entry(uint Hash, byte[] Bytes, string Text);
}
