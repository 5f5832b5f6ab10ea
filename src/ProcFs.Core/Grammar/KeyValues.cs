using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file that holds a key and a value a line: <c>VmRSS:    1234 kB</c>, <c>nr_free_pages 1234</c>, <c>a=b</c>. Empty lines are passed
/// over; a key that the object does not know is kept with its value, and so is a line without a separator, whose value is empty.
/// </summary>
internal static class KeyValues
{
    /// <summary>Between a key and its value, where not a sign but any number of spaces or tabs stands there.</summary>
    public const byte Blank = (byte)' ';

    /// <summary>Fills <paramref name="target"/> with the lines of <paramref name="text"/>.</summary>
    public static void Read(ReadOnlySpan<byte> text, IFields target, ProcSource source, byte separator = (byte)':')
    {
        KeyTable keys = target.Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (!lines.Line.IsEmpty && !TryReadLine(lines.Line, target, in keys, ref expected, source, separator))
            {
                target.Keep(lines.Line, default, source);
            }
        }
    }

    /// <summary>Takes one line; false where it has no separator.</summary>
    /// <param name="line">The line.</param>
    /// <param name="target">The object that it is a field of.</param>
    /// <param name="keys">The keys of that object.</param>
    /// <param name="expected">Which of them is likely to come: the one behind the last.</param>
    /// <param name="source">Where the line comes from.</param>
    /// <param name="separator">What stands between key and value.</param>
    public static bool TryReadLine(
        ReadOnlySpan<byte> line,
        IFields target,
        in KeyTable keys,
        ref int expected,
        ProcSource source,
        byte separator = (byte)':')
    {
        int end = EndOfKey(line, in keys, expected, separator, out int index);
        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line[(end + 1)..];
        if (index < 0)
        {
            ReadOnlySpan<byte> key = KeyOf(line[..end], separator);
            index = keys.IndexOf(key, expected);
            if (index < 0)
            {
                target.Keep(key, Value.Trim(rest), source);
                return true;
            }
        }

        target.Set(index, rest, source);
        expected = index + 1;
        return true;
    }

    // The key that is likely to come is looked at first: it is nearly always the one.
    private static int EndOfKey(ReadOnlySpan<byte> line, in KeyTable keys, int expected, byte separator, out int index)
    {
        index = -1;
        if (expected < keys.Count && keys[expected] is var key && line.Length > key.Length && line[key.Length] == separator && line.StartsWith(key))
        {
            index = expected;
            return key.Length;
        }

        return separator == Blank ? line.IndexOfAny(Blank, (byte)'\t') : line.IndexOf(separator);
    }

    // Some files have a colon behind keys that a blank separates from the value, and others had it added later.
    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> text, byte separator) =>
        separator == Blank && text.EndsWith(":"u8) ? text[..^1] : Value.Trim(text);
}
