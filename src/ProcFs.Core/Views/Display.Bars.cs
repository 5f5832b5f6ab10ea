using System.Globalization;
using System.Text;

namespace ProcFs.Views;

/// <summary>Bars and strips, which are read at a glance.</summary>
public static partial class Display
{
    /// <summary>The length of a bar beside its number, in characters.</summary>
    internal const int BarLength = 10;

    // The numbers of up to this many CPUs fit into a cell; the counts of more become a strip.
    private const int CountedCpus = 4;

    private const string Eighths = "▏▎▍▌▋▊▉█";
    private const string Steps = "▁▂▃▄▅▆▇█";

    /// <summary>A percentage as a bar of a fixed length, in steps of an eighth of a character, and a number: <c>██▌         25.0</c>.</summary>
    public static string Bar(double? percent) => percent is { } share
        ? $"{Stretch(share, BarLength).PadRight(BarLength)} {Percent(share),5}"
        : "";

    /// <summary>
    /// Parts of a whole as one bar of a fixed length, each part in its own shade from dark to light, and the first as a number. A part of null is left out.
    /// </summary>
    /// <param name="percent">The number beside the bar; null for an empty cell.</param>
    /// <param name="length">The length of the bar, in characters.</param>
    /// <param name="parts">The parts, in percent of the whole.</param>
    public static string Bar(double? percent, int length, params ReadOnlySpan<double?> parts)
    {
        if (percent is null)
        {
            return "";
        }

        const string Shades = "█▓▒░";
        var bar = new StringBuilder(length + 6);
        double sum = 0;
        for (int part = 0; part < Math.Min(parts.Length, Shades.Length); part++)
        {
            // Each part ends where the sum of those up to it ends, so that roundings do not add up.
            sum += Bounded(parts[part] ?? 0);
            bar.Append(Shades[part], Math.Max((int)Math.Round(Bounded(sum) / 100 * length) - bar.Length, 0));
        }

        return $"{bar.ToString().PadRight(length)} {Percent(percent),5}";
    }

    /// <summary>Averages over 10, 60 and 300 seconds, and a bar of the first: <c>▋           6.13   4.95   8.99</c>.</summary>
    public static string Averages(double? ten, double? sixty, double? threeHundred) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Stretch(ten ?? 0, BarLength),-BarLength} {ten,6:f2} {sixty,6:f2} {threeHundred,6:f2}");

    /// <summary>
    /// Counts of CPUs: the numbers of up to four, aligned by CPU; more become a strip with a character for each CPU, whose height is the share of the highest, and
    /// a dot for 0. Where the CPUs outnumber the characters, a character stands for several neighbors.
    /// </summary>
    /// <param name="counts">The counts, in the order of the CPUs.</param>
    /// <param name="length">The number of characters.</param>
    internal static string Cpus(IReadOnlyList<long> counts, int length)
    {
        if (counts.Count <= CountedCpus)
        {
            return string.Join(' ', counts.Select(count => Count(count).PadLeft((length - CountedCpus + 1) / CountedCpus))).TrimEnd();
        }

        int folded = (counts.Count + length - 1) / length;
        long[] sums = [.. counts.Chunk(folded).Select(chunk => chunk.Aggregate(0L, ProcFs.Text.Saturating.Sum))];
        long highest = sums.Max();
        return string.Concat(sums.Select(sum => sum <= 0 ? '·' : Steps[(int)Math.Min((double)sum / highest * Steps.Length, Steps.Length - 1)]));
    }

    // A count of up to nine digits as it is, a larger one in thousands, millions.
    private static string Count(long count)
    {
        (double scaled, string suffix) = count switch
        {
            < 1_000_000_000 => (count, ""),
            < 1_000_000_000_000 => (count / 1e6, "M"),
            < 1_000_000_000_000_000 => (count / 1e9, "G"),
            _ => (count / 1e12, "T"),
        };
        return scaled.ToString("0", CultureInfo.InvariantCulture) + suffix;
    }

    private static string Stretch(double percent, int length)
    {
        int eighths = (int)Math.Round(Bounded(percent) / 100 * length * 8);
        // What is not nothing is seen.
        eighths = eighths == 0 && percent > 0 ? 1 : eighths;
        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[eighths % 8 - 1]);
    }

    private static double Bounded(double percent) => double.IsNaN(percent) ? 0 : Math.Clamp(percent, 0, 100);
}
