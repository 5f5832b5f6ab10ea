using ProcFs.Text;

namespace ProcFs.Cli.Output;

/// <summary>The columns of a table and their widths.</summary>
internal sealed class TableLayout
{
    private const int Gap = 1;
    private const int NarrowestCell = 8;

    private readonly IReadOnlyList<Column> _columns;
    private readonly int[] _widths;
    private readonly bool _cuts;

    private TableLayout(IReadOnlyList<Column> columns, int[] widths, bool cuts)
    {
        _columns = columns;
        _widths = widths;
        _cuts = cuts;
    }

    /// <summary>The layout that fits these cells and, on a terminal, its width.</summary>
    public static TableLayout Of(IReadOnlyList<Column> columns, List<string[]> rows, int? width)
    {
        int[] widths = WidthsOf(columns, rows);
        if (width is not { } available)
        {
            return new TableLayout(columns, widths, cuts: false);
        }

        int[] least = new int[widths.Length];
        for (int i = 0; i < least.Length; i++)
        {
            Column column = columns[i];
            least[i] = column.IsRight ? widths[i] : Math.Min(widths[i], Math.Max(NarrowestCell, column.Header.Length));
        }

        int count = columns.Count;
        while (count > 1 && Total(least, count) > available)
        {
            count--;
        }

        widths = widths[..count];
        while (Total(widths, count) > available && Widest(widths, least) is >= 0 and var widest)
        {
            widths[widest]--;
        }

        return new TableLayout(columns, widths, cuts: true);
    }

    /// <summary>Writes the column names, underlined.</summary>
    public void WriteHeader(StandardOutput output)
    {
        WriteRow(output, [.. _columns.Select(column => column.Header)]);
        WriteRow(output, [.. _columns.Select(column => new string('-', column.Header.Length))]);
    }

    /// <summary>Writes a row of cells.</summary>
    public void WriteRow(StandardOutput output, string[] cells)
    {
        // Spaces are held back until text follows, so that no line ends with any.
        int spaces = 0;
        for (int i = 0; i < _widths.Length; i++)
        {
            string text = !_cuts ? cells[i] : _columns[i].IsPath ? TextWidth.CutPath(cells[i], _widths[i]) : TextWidth.Cut(cells[i], _widths[i]);
            int padding = Math.Max(_widths[i] - TextWidth.Of(text), 0);
            bool isRight = _columns[i].IsRight;
            spaces += isRight ? padding : 0;
            if (text.Length > 0)
            {
                output.WriteSpaces(spaces);
                output.Write(text);
                spaces = 0;
            }

            spaces += (isRight ? 0 : padding) + Gap;
        }

        output.Write("\n");
    }

    private static int[] WidthsOf(IReadOnlyList<Column> columns, List<string[]> rows)
    {
        int[] widths = new int[columns.Count];
        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] = columns[i].Header.Length;
            foreach (string[] cells in rows)
            {
                widths[i] = Math.Max(widths[i], TextWidth.Of(cells[i]));
            }
        }

        return widths;
    }

    private static int Total(int[] widths, int count)
    {
        int total = Gap * (count - 1);
        foreach (int width in widths.AsSpan(0, count))
        {
            total += width;
        }

        return total;
    }

    // The widest column that can still shrink; among equals the last one, which is the most meaningful when truncated.
    private static int Widest(int[] widths, int[] least)
    {
        int widest = -1;
        for (int i = 0; i < widths.Length; i++)
        {
            if (widths[i] > least[i] && (widest < 0 || widths[i] >= widths[widest]))
            {
                widest = i;
            }
        }

        return widest;
    }
}
