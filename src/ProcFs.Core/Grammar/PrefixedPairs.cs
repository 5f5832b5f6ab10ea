using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file with lines of a prefix, a colon, and names followed by their values (<c>net/sockstat</c>): <c>TCP: inuse 5 orphan 0</c>. The key of a
/// value is the prefix and the name, <c>TCP.inuse</c>. Values unknown to the object are kept; a line without a colon is kept as a whole.
/// </summary>
internal static class PrefixedPairs
{
    /// <summary>Fills <paramref name="target"/> with the values of <paramref name="text"/>.</summary>
    public static void Read(ReadOnlySpan<byte> text, IFields target, ProcSource source)
    {
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            int colon = lines.Line.IndexOf((byte)':');
            if (colon > 0)
            {
                ReadLine(lines.Line[..colon], lines.Line[(colon + 1)..], target, ref expected, source);
            }
            else if (!lines.Line.IsEmpty)
            {
                target.Keep(lines.Line, default, source);
            }
        }
    }

    private static void ReadLine(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> pairs, IFields target, ref int expected, ProcSource source)
    {
        KeyTable keys = target.Keys;
        byte[] key = new byte[prefix.Length + pairs.Length + 1];
        prefix.CopyTo(key);
        key[prefix.Length] = (byte)'.';
        var words = new FieldScanner(pairs);
        for (ReadOnlySpan<byte> name = words.Next(); !name.IsEmpty; name = words.Next())
        {
            name.CopyTo(key.AsSpan(prefix.Length + 1));
            ReadOnlySpan<byte> whole = key.AsSpan(0, prefix.Length + 1 + name.Length);
            ReadOnlySpan<byte> value = words.Next();
            int index = value.IsEmpty ? -1 : keys.IndexOf(whole, expected);
            if (index >= 0)
            {
                target.Set(index, value, source);
                expected = index + 1;
            }
            else
            {
                target.Keep(whole, value, source);
            }
        }
    }
}
