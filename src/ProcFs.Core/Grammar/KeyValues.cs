using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file with one key and value per line: <c>VmRSS: 1234 kB</c>, <c>nr_free_pages 1234</c>, <c>a=b</c>. Empty lines are skipped; an unknown key is
/// kept with its value, and so is a line without a separator, with an empty value.
/// </summary>
internal static class KeyValues
{
    /// <summary>The separator for keys and values that are separated by any number of spaces or tabs rather than by a character.</summary>
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

    /// <summary>Parses one line; false if it has no separator.</summary>
    /// <param name="line">The line.</param>
    /// <param name="target">The object to which the field belongs.</param>
    /// <param name="keys">The keys of that object.</param>
    /// <param name="expected">The likely key: the one after the last.</param>
    /// <param name="source">The source of the line.</param>
    /// <param name="separator">The separator of key and value.</param>
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

    /// <summary>The value of one key in a text; empty if no line has it.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        while (true)
        {
            int start = text.IndexOf(key);
            if (start < 0)
            {
                return default;
            }

            ReadOnlySpan<byte> rest = text[(start + key.Length)..];
            if ((start == 0 || text[start - 1] == '\n') && rest is [(byte)':', ..])
            {
                int end = rest.IndexOf((byte)'\n');
                return Value.Trim(end < 0 ? rest[1..] : rest[1..end]);
            }

            text = rest;
        }
    }

    /// <summary>The number after the key; null if there is none.</summary>
    public static ulong? FindNumber(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key) =>
        Number.TryUInt64(Find(text, key), out ulong number) ? number : null;

    /// <summary>The size after the key in bytes, which is written in kB; null if there is none.</summary>
    public static long? FindSize(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key) =>
        Value.TryKiB(Find(text, key), out long bytes) ? bytes : null;

    // The likely key is tested first: it is nearly always the right one.
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

    // Some files have a colon after keys that are separated by a blank, and others had it added later.
    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> text, byte separator) =>
        separator == Blank && text.EndsWith(":"u8) ? text[..^1] : Value.Trim(text);
}
