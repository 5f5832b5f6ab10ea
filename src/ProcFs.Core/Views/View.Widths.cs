namespace ProcFs.Views;

public sealed partial class View
{
    // A terminal's last column stays free in some hosts: what ends there ends at both.
    private static readonly int[] s_screens = [79, 119];

    private const int NarrowestText = 12;

    /// <summary>
    /// The widths that the engine is given, 0 for the column that takes what the others leave. The engine takes room away from the last column
    /// that it shows, down to two characters. So a text is widened such that at 80 and at 120 columns the table ends behind a whole column.
    /// </summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>How many characters a column has on a screen: its width, or what the others leave.</summary>
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

    // Returns the number of columns that this screen has settled: none of them may be widened for a larger one.
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

    // The text that is widest already, for that is a name or a path.
    private int Widened(int from, int to) =>
        Enumerable.Range(from, to - from).MaxBy(column => IsRight(Columns[column]) ? -1 : Columns[column].Width);
}
