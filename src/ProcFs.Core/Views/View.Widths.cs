namespace ProcFs.Views;

public sealed partial class View
{
    // The last column of a terminal stays free in some hosts: the layout ends at both.
    private static readonly int[] s_screens = [79, 119];

    private const int NarrowestText = 12;

    /// <summary>
    /// The column widths passed to the engine, 0 for the column that gets the remaining width. The engine shrinks the last column that it shows, down to two
    /// characters. Therefore a text column is widened so that at 80 and at 120 columns the table ends after a whole column.
    /// </summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>The width of a column on a screen: its own, or the remaining width.</summary>
    public int WidthOf(int column, int screen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        return Widths[column] > 0 ? Widths[column] : Math.Max(screen - Widths.Sum() - Widths.Count + 1, 0);
    }

    private int[] Fit()
    {
        int[] widths = [.. Columns.Select(column => column.Width)];
        int settled = 0;
        foreach (int screen in s_screens)
        {
            settled = FitTo(screen, widths, settled);
        }

        return widths;
    }

    // Returns the number of columns that are fixed for this screen: none of them may be widened for a larger one.
    private int FitTo(int screen, int[] widths, int settled)
    {
        int free = Array.IndexOf(widths, 0);
        int whole = widths.Sum() + widths.Length - 1;
        if (whole + (free < 0 ? 0 : LeastOf(free)) <= screen)
        {
            return widths.Length;
        }

        int used = -1;
        int shown = 0;
        while (shown < widths.Length && widths[shown] > 0 && used + 1 + widths[shown] <= screen)
        {
            used += 1 + widths[shown++];
        }

        bool isCutWell = shown < widths.Length && !IsRight(Columns[shown]) && screen - used - 1 >= LeastOf(shown);
        if (!isCutWell && shown > settled)
        {
            widths[Widened(settled, shown)] += screen - used;
        }

        return Math.Max(settled, shown);
    }

    private int LeastOf(int column) => Math.Max(Columns[column].Label.Length, NarrowestText);

    // The widest text, because that is a name or a path.
    private int Widened(int from, int to) =>
        Enumerable.Range(from, to - from).MaxBy(column => IsRight(Columns[column]) ? -1 : Columns[column].Width);
}
