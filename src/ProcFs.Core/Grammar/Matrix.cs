using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>Makes an object of a row of a matrix; null where there is no such row.</summary>
/// <param name="key">What stands before the colon.</param>
/// <param name="counts">The numbers, one for each column, or fewer where the row does not count by column; null for one that cannot be read.</param>
/// <param name="rest">What follows the numbers.</param>
/// <param name="columns">The numbers of the CPUs that the columns are for, in their order.</param>
/// <param name="source">Where the row comes from.</param>
internal delegate T? MatrixRow<out T>(
    ReadOnlySpan<byte> key,
    ReadOnlySpan<long?> counts,
    ReadOnlySpan<byte> rest,
    ReadOnlySpan<int> columns,
    ProcSource source)
    where T : class;

/// <summary>
/// The grammar of a file whose columns are the CPUs that are online, and whose rows have a key, a number for each CPU and perhaps a text
/// (<c>interrupts</c>, <c>softirqs</c>). A row that is not of that form is reported, and the others still come.
/// </summary>
internal static class Matrix
{
    private const string Header = "the names of CPUs";
    private const string Row = "a key, a colon and numbers";

    /// <summary>Hands the object that <paramref name="parse"/> makes of each row over, until one is answered with false.</summary>
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

    /// <summary>The counts of a row by their CPUs, without those that cannot be read; empty where the row does not count by CPU.</summary>
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
