using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>Creates an object for the row with this name.</summary>
internal delegate T NamedRow<out T>(ReadOnlySpan<byte> name, ProcSource source)
    where T : class, IFields;

/// <summary>
/// The grammar of a file with two header lines and bars between groups of columns (<c>net/dev</c>, <c>net/wireless</c>): a group has a name in the first line and
/// several names in the second. The key of a value is both, <c>Receive.bytes</c>. A row is a name, a colon and the values; old kernels write no blank after the
/// colon, and the name can contain colons. Values unknown to the object are kept; those after the last name by their position, <c>+1</c>.
/// </summary>
internal static class BarredLines
{
    private const string Header = "two lines of names with bars between them";
    private const string Form = "a name, a colon and values";
    private const byte Bar = (byte)'|';

    /// <summary>Passes each row on, until a call returns false.</summary>
    public static void Read<T>(ProcSource source, NamedRow<T> create, Func<T, bool> emit)
        where T : class, IFields
    {
        using LineReader lines = source.OpenLines();
        byte[]? groups = null;
        List<byte[]>? keys = null;
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.Line.IsEmpty)
            {
                continue;
            }

            if (keys is null)
            {
                keys = groups is null ? null : KeysOf(groups, lines.Line);
                groups = lines.Line.Contains(Bar) ? lines.Line.ToArray() : throw source.Malformed(lines.LineNumber, lines.Line, Header);
            }
            else if (Parse(lines.Line, keys, create, source) is not { } row)
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, Form));
            }
            else if (!emit(row))
            {
                return;
            }
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }
    }

    // The first group is that of the name.
    private static List<byte[]> KeysOf(ReadOnlySpan<byte> groups, ReadOnlySpan<byte> names)
    {
        var keys = new List<byte[]>();
        var group = new FieldScanner(groups);
        var name = new FieldScanner(names);
        group.NextUntil(Bar);
        name.NextUntil(Bar);
        while (!name.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> above = Value.Trim(group.NextUntil(Bar));
            var words = new FieldScanner(name.NextUntil(Bar));
            for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
            {
                keys.Add([.. above, (byte)'.', .. word]);
            }
        }

        return keys;
    }

    private static T? Parse<T>(ReadOnlySpan<byte> line, List<byte[]> keys, NamedRow<T> create, ProcSource source)
        where T : class, IFields
    {
        int colon = line.LastIndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? default : Value.Trim(line[..colon]);
        if (name.IsEmpty)
        {
            return null;
        }

        T row = create(name, source);
        int number = 0;
        var words = new FieldScanner(line[(colon + 1)..]);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            ReadOnlySpan<byte> key = number < keys.Count ? keys[number] : System.Text.Encoding.ASCII.GetBytes($"+{number - keys.Count + 1}");
            int field = row.Keys.IndexOf(key, number);
            if (field >= 0)
            {
                row.Set(field, word, source);
            }
            else
            {
                row.Keep(key, word, source);
            }

            number++;
        }

        return number > 0 && row.IsWhole ? row : null;
    }
}
