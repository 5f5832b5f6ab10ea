namespace ProcFs.Cli.Output;

/// <summary>
/// Rows as a table. The first rows determine the column widths; later rows are written as they arrive. On a terminal the table has its width; for a program no cell
/// is cut.
/// </summary>
/// <param name="output">The output.</param>
/// <param name="width">The width of the terminal; null for a program.</param>
/// <param name="listsSingle">Whether a single row is shown with all its properties, one per line.</param>
internal sealed class TableRows(StandardOutput output, int? width, bool listsSingle) : IRowWriter
{
    private const int SampleSize = 4096;
    private const int SampleMilliseconds = 250;

    private readonly List<object> _sample = [];
    private Type? _type;
    private TableLayout? _layout;
    private IReadOnlyList<Column> _columns = [];
    private string[] _cells = [];
    private long _started;
    private bool _isBehindFirst;

    public void Write(object row)
    {
        if (row.GetType() != _type)
        {
            EndSection();
            _type = row.GetType();
            _started = Environment.TickCount64;
        }

        if (_layout is not null)
        {
            _layout.WriteRow(output, CellsOf(row, _cells));
            output.EndRow();
            return;
        }

        _sample.Add(row);
        if (_sample.Count == SampleSize || Environment.TickCount64 - _started > SampleMilliseconds)
        {
            WriteSample();
        }
    }

    public void Complete()
    {
        EndSection();
        output.Flush();
    }

    private void EndSection()
    {
        if (_sample.Count == 1 && listsSingle)
        {
            Separate();
            RowList.Write(output, _sample[0], width);
        }
        else if (_sample.Count > 0)
        {
            WriteSample();
        }

        _sample.Clear();
        _layout = null;
    }

    private void WriteSample()
    {
        Separate();
        _columns = TableColumns.Of(_type!, _sample);
        _cells = new string[_columns.Count];
        List<string[]> rows = [.. _sample.Select(row => CellsOf(row, new string[_columns.Count]))];
        _layout = TableLayout.Of(_columns, rows, width);
        _layout.WriteHeader(output);
        foreach (string[] cells in rows)
        {
            _layout.WriteRow(output, cells);
            output.EndRow();
        }

        _sample.Clear();
    }

    private string[] CellsOf(object row, string[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = _columns[i].Text(row);
        }

        return cells;
    }

    private void Separate()
    {
        if (_isBehindFirst)
        {
            output.Write("\n");
        }

        _isBehindFirst = true;
    }
}
