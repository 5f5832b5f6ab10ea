using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>Creates the object of a matrix row; null if there is no such row.</summary>
/// <param name="key">The text before the colon.</param>
/// <param name="counts">The numbers, one for each column, or fewer if the row is not counted per column; null for an unreadable one.</param>
/// <param name="rest">The text after the numbers.</param>
/// <param name="columns">The CPU numbers of the columns, in order.</param>
/// <param name="source">The source of the row.</param>
internal delegate T? MatrixRow<out T>(
    ReadOnlySpan<byte> key,
    ReadOnlySpan<long?> counts,
    ReadOnlySpan<byte> rest,
    ReadOnlySpan<int> columns,
    ProcSource source)
    where T : class;

/// <summary>
/// The grammar of a file whose columns are the online CPUs, and whose rows have a key, a number for each CPU and possibly a text (<c>interrupts</c>,
/// <c>softirqs</c>). A malformed row is reported, and the others are still returned.
/// </summary>
internal static class Matrix
{
    private const string Header = "the names of CPUs";
    private const string Row = "a key, a colon and numbers";

    /// <summary>Passes on the object that <paramref name="parse"/> creates for each row, until the receiver returns false.</summary>
    public static void Read<T>(ProcSource source, MatrixRow<T> parse, Func<T, bool> emit)
        where T : class
    {
        using LineReader lines = source.OpenLines();
        int[]? columns = null;
        long?[] counts = [];
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.Line.IsEmpty)
            {
                continue;
            }

            if (columns is null)
            {
                columns = ColumnsOf(lines.Line) ?? throw source.Malformed(lines.LineNumber, lines.Line, Header);
                counts = new long?[columns.Length];
            }
            else if (Parse(lines.Line, columns, counts, parse, source) is not { } row)
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, Row));
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

    /// <summary>The counts of a row by CPU, without unreadable ones; empty if the row is not counted per CPU.</summary>
    public static IReadOnlyDictionary<int, long> ByColumn(ReadOnlySpan<long?> counts, ReadOnlySpan<int> columns)
    {
        if (counts.Length != columns.Length)
        {
            return System.Collections.Frozen.FrozenDictionary<int, long>.Empty;
        }

        var byColumn = new Dictionary<int, long>(columns.Length);
        for (int i = 0; i < columns.Length; i++)
        {
            if (counts[i] is { } count)
            {
                byColumn[columns[i]] = count;
            }
        }

        return byColumn;
    }

    private static int[]? ColumnsOf(ReadOnlySpan<byte> header)
    {
        var columns = new List<int>();
        var words = new FieldScanner(header);
        for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
        {
            if (!word.StartsWith("CPU"u8) || !Number.TryInt32(word[3..], out int column))
            {
                return null;
            }

            columns.Add(column);
        }

        return columns.Count == 0 ? null : [.. columns];
    }

    private static T? Parse<T>(ReadOnlySpan<byte> line, int[] columns, long?[] counts, MatrixRow<T> parse, ProcSource source)
        where T : class
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> key = colon < 0 ? default : Value.Trim(line[..colon]);
        if (key.IsEmpty)
        {
            return null;
        }

        var words = new FieldScanner(line[(colon + 1)..]);
        int count = 0;
        bool any = false;
        while (count < counts.Length && words.Next() is { IsEmpty: false } word)
        {
            counts[count] = Value.TryRead(word, source, out long number) ? number : null;
            any |= counts[count] is not null;
            count++;
        }

        return any ? parse(key, counts.AsSpan(0, count), Value.Trim(words.Rest), columns, source) : null;
    }
}
