namespace ProcFs.Cli.Output;

/// <summary>The columns of a table and how wide each is.</summary>
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

    /// <summary>The layout in which the rows fit, and on a terminal the table fits that.</summary>
    public static TableLayout Of(IReadOnlyList<Column> columns, IReadOnlyCollection<object> rows, int? width)
    {
        int[] widths = [.. columns.Select(column => rows.Select(row => TextWidth.Of(column.Text(row))).Append(Math.Max(column.Header.Length, column.Least)).Max())];
        if (width is not { } available)
        {
            return new TableLayout(columns, widths, cuts: false);
        }

        int[] least = [.. columns.Select((column, i) => column.IsRight ? widths[i] : Math.Min(widths[i], Math.Max(Math.Max(NarrowestCell, column.Least), column.Header.Length)))];
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

        return new TableLayout([.. columns.Take(count)], widths, cuts: true);
    }

    /// <summary>Writes the names of the columns, and a line under each.</summary>
    public void WriteHeader(StandardOutput output)
    {
        WriteCells(output, i => _columns[i].Header);
        WriteCells(output, i => new string('-', _columns[i].Header.Length));
    }

    /// <summary>Writes a row.</summary>
    public void WriteRow(StandardOutput output, object row) => WriteCells(output, i => _columns[i].Text(row));

    private static int Total(int[] widths, int count) => widths.Take(count).Sum() + (Gap * (count - 1));

    // The widest column that may still give way; of several the last, which is the one that says most by its start.
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

    private void WriteCells(StandardOutput output, Func<int, string> textOf)
    {
        // Spaces wait for the text behind them, so that no line ends with any.
        int spaces = 0;
        for (int i = 0; i < _widths.Length; i++)
        {
            string text = textOf(i);
            text = _cuts ? TextWidth.Cut(text, _widths[i]) : text;
            int padding = Math.Max(_widths[i] - TextWidth.Of(text), 0);
            spaces += _columns[i].IsRight ? padding : 0;
            if (text.Length > 0)
            {
                WriteSpaces(output, spaces);
                output.Write(text);
                spaces = 0;
            }

            spaces += (_columns[i].IsRight ? 0 : padding) + Gap;
        }

        output.Write("\n");
    }

    private static void WriteSpaces(StandardOutput output, int count)
    {
        output.GetSpan(count)[..count].Fill((byte)' ');
        output.Advance(count);
    }
}
