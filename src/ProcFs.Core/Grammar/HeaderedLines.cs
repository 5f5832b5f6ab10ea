using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>
/// The grammar of a file whose first line names the columns of the rows below. A column without a property is kept by its name, and a property without a column is
/// null. A row without its key is reported, and the others are still returned; without column names, nothing can be read. Empty lines are skipped.
/// </summary>
/// <remarks>
/// Two names can share a word of the rows, as <c>tx_queue rx_queue</c> of <c>net/tcp</c> does: a property requests it by both names with a space between them.
/// Words after the last column are named by position: <c>+1</c>, <c>+2</c>.
/// </remarks>
internal static class HeaderedLines
{
    private const string Header = "the names of columns";
    private const string Form = "a row of the columns that the first line names";

    /// <summary>Passes on each row, until the receiver returns false.</summary>
    public static void Read<T>(ProcSource source, Func<ProcSource, T> create, Func<T, bool> emit)
        where T : class, IFields
    {
        using LineReader lines = source.OpenLines();
        Columns? columns = null;
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.Line.IsEmpty)
            {
                continue;
            }

            T row = create(source);
            if (columns is null)
            {
                columns = Columns.Of(lines.Line, row) ?? throw source.Malformed(lines.LineNumber, lines.Line, Header);
                continue;
            }

            columns.Fill(row, lines.Line, source);
            if (!row.IsWhole)
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

    /// <summary>The columns of a file, and the property of each.</summary>
    private sealed class Columns
    {
        // Not a possible column name of any header.
        private const byte Behind = (byte)'+';

        private readonly List<byte[]> _names = [];
        private readonly List<int> _fields = [];

        // Null if none of the words is a known column name.
        public static Columns? Of(ReadOnlySpan<byte> header, IFields row)
        {
            var columns = new Columns();
            var words = new FieldScanner(header);
            for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
            {
                FieldScanner behind = words;
                ReadOnlySpan<byte> next = behind.Next();
                byte[] pair = [.. word, (byte)' ', .. next];
                bool isPair = !next.IsEmpty && row.Keys.IndexOf(pair, columns._names.Count) >= 0;
                columns.Add(isPair ? pair : word.ToArray(), row);
                words = isPair ? behind : words;
            }

            return columns._fields.Exists(field => field >= 0) ? columns : null;
        }

        public void Fill(IFields row, ReadOnlySpan<byte> line, ProcSource source)
        {
            var words = new FieldScanner(line);
            for (int i = 0; i < _fields.Count; i++)
            {
                bool isRest = i == _fields.Count - 1 && _fields[i] >= 0 && row.IsExact(_fields[i]);
                ReadOnlySpan<byte> word = isRest ? words.Rest : words.Next();
                if (word.IsEmpty)
                {
                    return;
                }

                if (_fields[i] >= 0)
                {
                    row.Set(_fields[i], word, source);
                }
                else
                {
                    row.Keep(_names[i], word, source);
                }

                words = isRest ? default : words;
            }

            FillBehind(row, words, source);
        }

        private void Add(byte[] name, IFields row)
        {
            _fields.Add(row.Keys.IndexOf(name, _names.Count));
            _names.Add(name);
        }

        private static void FillBehind(IFields row, FieldScanner words, ProcSource source)
        {
            KeyTable keys = row.Keys;
            Span<byte> name = stackalloc byte[12];
            name[0] = Behind;
            int number = 1;
            for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
            {
                System.Buffers.Text.Utf8Formatter.TryFormat(number++, name[1..], out int digits);
                int field = keys.IndexOf(name[..(digits + 1)], 0);
                if (field >= 0)
                {
                    row.Set(field, word, source);
                }
                else
                {
                    row.Keep(name[..(digits + 1)], word, source);
                }
            }
        }
    }
}
