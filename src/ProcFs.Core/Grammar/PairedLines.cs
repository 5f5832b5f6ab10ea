using System.Buffers.Text;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file with pairs of lines: a prefix and names, followed by the same prefix and the values (<c>net/snmp</c>, <c>net/netstat</c>). The key of a
/// value is its prefix and name, <c>Tcp.CurrEstab</c>.
/// </summary>
/// <remarks>
/// Unknown values are kept: those without a name by their position after the last name, <c>Tcp.+1</c>, and an unpaired line as a whole by its prefix.
/// </remarks>
internal static class PairedLines
{
    private const int LongestNumber = 11;

    /// <summary>Fills <paramref name="target"/> with the values of <paramref name="text"/>.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="target">The object.</param>
    /// <param name="source">Where the text comes from.</param>
    /// <param name="counters">Takes each value that is a number, by its key; null where the object has no such dictionary.</param>
    public static void Read(ReadOnlySpan<byte> text, IFields target, ProcSource source, Dictionary<string, ulong>? counters = null)
    {
        int expected = 0;
        ReadOnlySpan<byte> names = default;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            if (!names.IsEmpty && PrefixOf(lines.Line) is { IsEmpty: false } prefix && prefix.SequenceEqual(PrefixOf(names)))
            {
                ReadPair(prefix, names, lines.Line, target, ref expected, counters, source);
                names = default;
            }
            else if (!lines.Line.IsEmpty)
            {
                Keep(names, target, source);
                names = lines.Line;
            }
        }

        Keep(names, target, source);
    }

    // Without the colon; empty if there is none.
    private static ReadOnlySpan<byte> PrefixOf(ReadOnlySpan<byte> line) => line[..Math.Max(line.IndexOf((byte)':'), 0)];

    private static void Keep(ReadOnlySpan<byte> line, IFields target, ProcSource source)
    {
        if (!line.IsEmpty)
        {
            int end = line.IndexOf((byte)':');
            target.Keep(end < 0 ? line : line[..end], Value.Trim(line[(end < 0 ? line.Length : end + 1)..]), source);
        }
    }

    private static void ReadPair(
        ReadOnlySpan<byte> prefix,
        ReadOnlySpan<byte> names,
        ReadOnlySpan<byte> values,
        IFields target,
        ref int expected,
        Dictionary<string, ulong>? counters,
        ProcSource source)
    {
        KeyTable keys = target.Keys;
        Span<byte> key = stackalloc byte[256];
        key = names.Length + LongestNumber < key.Length ? key : new byte[names.Length + LongestNumber + 1];
        prefix.CopyTo(key);
        key[prefix.Length] = (byte)'.';
        var name = new FieldScanner(names[(prefix.Length + 1)..]);
        var value = new FieldScanner(values[(prefix.Length + 1)..]);
        int behind = 0;
        for (ReadOnlySpan<byte> word = value.Next(); !word.IsEmpty; word = value.Next())
        {
            int length = prefix.Length + 1 + TakeName(ref name, key[(prefix.Length + 1)..], ref behind);
            if (counters is not null)
            {
                CounterLines.Take(key[..length], word, target, in keys, ref expected, counters, source);
                continue;
            }

            int index = keys.IndexOf(key[..length], expected);
            if (index >= 0)
            {
                target.Set(index, word, source);
                expected = index + 1;
            }
            else
            {
                target.Keep(key[..length], word, source);
            }
        }
    }

    // The next name; after the last one "+1", "+2".
    private static int TakeName(ref FieldScanner names, scoped Span<byte> key, ref int behind)
    {
        ReadOnlySpan<byte> name = names.Next();
        if (!name.IsEmpty)
        {
            name.CopyTo(key);
            return name.Length;
        }

        key[0] = (byte)'+';
        Utf8Formatter.TryFormat(++behind, key[1..], out int digits);
        return digits + 1;
    }
}
