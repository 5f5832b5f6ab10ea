namespace ProcFs.Text;

/// <summary>
/// Gives the same string for the same bytes, so that a target that a thousand processes share is decoded and kept once.
/// It forgets what was not asked for lately; what it forgets is made again.
/// </summary>
internal sealed class TextPool
{
    private const int Size = 4096;
    private const int LongestKept = 512;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>The text of <paramref name="bytes"/>.</summary>
    public string Intern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LongestKept)
        {
            return LosslessText.Decode(bytes);
        }

        uint hash = Hash(bytes);
        ref Entry entry = ref _entries[hash % Size];
        if (entry.Bytes is { } known && entry.Hash == hash && bytes.SequenceEqual(known))
        {
            return entry.Text;
        }

        entry = new Entry(hash, bytes.ToArray(), LosslessText.Decode(bytes));
        return entry.Text;
    }

    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return (uint)hash.ToHashCode();
    }

    private readonly record struct Entry(uint Hash, byte[] Bytes, string Text);
}
