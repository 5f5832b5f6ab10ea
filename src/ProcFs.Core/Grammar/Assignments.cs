using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file with lines of a prefix, a colon, and names with their values behind equals signs (<c>net/rxrpc/stats</c>): <c>Data-Tx  : nr=5 retrans=0</c>.
/// The key of a value is the prefix and the name, <c>Data-Tx.nr</c>; that of a word without a name is the prefix. Values unknown to the object are kept.
/// </summary>
internal static class Assignments
{
    /// <summary>Fills <paramref name="target"/> with the values of <paramref name="text"/>. A line without a colon is a heading.</summary>
    public static void Read(ReadOnlySpan<byte> text, IFields target, ProcSource source)
    {
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            int colon = lines.Line.IndexOf((byte)':');
            if (colon > 0)
            {
                ReadLine(Value.Trim(lines.Line[..colon]), lines.Line[(colon + 1)..], target, source);
            }
        }
    }

    /// <summary>Does the same with the words behind a prefix.</summary>
    public static void ReadLine(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> pairs, IFields target, ProcSource source)
    {
        var words = new FieldScanner(pairs);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            int equals = word.IndexOf((byte)'=');
            ReadOnlySpan<byte> key = equals < 0 ? prefix : [.. prefix, (byte)'.', .. word[..equals]];
            ReadOnlySpan<byte> value = word[(equals + 1)..];
            int field = target.Keys.IndexOf(key, 0);
            if (field >= 0)
            {
                target.Set(field, value, source);
            }
            else
            {
                target.Keep(key, value, source);
            }
        }
    }
}
