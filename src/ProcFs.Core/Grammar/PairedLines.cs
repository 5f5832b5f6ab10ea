using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file of pairs of lines: a prefix and names, and below it the same prefix and the values (<c>net/snmp</c>, <c>net/netstat</c>). The key of
/// a value is its prefix and its name, <c>Tcp.CurrEstab</c>. Names that the object does not know are kept; a line without its other is passed over.
/// </summary>
internal static class PairedLines
{
    private const int UsualKey = 128;

    /// <summary>Fills <paramref name="target"/> with the values of <paramref name="text"/>.</summary>
    public static void Read(ReadOnlySpan<byte> text, IFields target, ProcSource source)
    {
        int expected = 0;
        ReadOnlySpan<byte> names = default;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            ReadOnlySpan<byte> prefix = PrefixOf(lines.Line);
            if (!names.IsEmpty && prefix.SequenceEqual(PrefixOf(names)))
            {
                ReadPair(prefix, names, lines.Line, target, ref expected, source);
                names = default;
            }
            else if (!lines.Line.IsEmpty)
            {
                names = lines.Line;
            }
        }
    }

    // With the colon; empty where there is none.
    private static ReadOnlySpan<byte> PrefixOf(ReadOnlySpan<byte> line) => line[..(line.IndexOf((byte)':') + 1)];

    private static void ReadPair(
        ReadOnlySpan<byte> prefix,
        ReadOnlySpan<byte> names,
        ReadOnlySpan<byte> values,
        IFields target,
        ref int expected,
        ProcSource source)
    {
        KeyTable keys = target.Keys;
        var name = new FieldScanner(names[prefix.Length..]);
        var value = new FieldScanner(values[prefix.Length..]);
        Span<byte> buffer = stackalloc byte[UsualKey];
        for (ReadOnlySpan<byte> word = name.Next(); !word.IsEmpty; word = name.Next())
        {
            ReadOnlySpan<byte> number = value.Next();
            if (number.IsEmpty)
            {
                return;
            }

            ReadOnlySpan<byte> key = KeyOf(prefix, word, prefix.Length + word.Length <= buffer.Length ? buffer : new byte[prefix.Length + word.Length]);
            int index = keys.IndexOf(key, expected);
            if (index >= 0)
            {
                target.Set(index, number, source);
                expected = index + 1;
            }
            else
            {
                target.Keep(key, number, source);
            }
        }
    }

    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> name, Span<byte> buffer)
    {
        prefix.CopyTo(buffer);
        buffer[prefix.Length - 1] = (byte)'.';
        name.CopyTo(buffer[prefix.Length..]);
        return buffer[..(prefix.Length + name.Length)];
    }
}
