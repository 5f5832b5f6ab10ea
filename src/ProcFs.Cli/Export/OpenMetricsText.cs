using System.Globalization;
using System.Text;
using ProcFs.Text;

namespace ProcFs.Cli.Export;

/// <summary>The text format of OpenMetrics 1.0.</summary>
internal static class OpenMetricsText
{
    /// <summary>The media type of the text.</summary>
    public const string MediaType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    /// <summary>Writes the families, each with its metadata, and the end mark. A family without samples is left out.</summary>
    public static string Write(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (Metric metric in metrics.Where(metric => metric.Samples.Count > 0))
        {
            Write(text, metric);
        }

        return text.Append("# EOF\n").ToString();
    }

    /// <summary>The text of a label. Bytes that are not valid UTF-8, which the format cannot represent, are escaped as in tables.</summary>
    public static string LabelOf(string name) => LosslessText.Encode(name) is var bytes && Encoding.UTF8.GetString(bytes) == name ? name : DisplayText.Escape(name);

    private static void Write(StringBuilder text, Metric metric)
    {
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Name} {(metric.Type == MetricType.Counter ? "counter" : "gauge")}\n");
        if (metric.Unit is { } unit)
        {
            text.Append(CultureInfo.InvariantCulture, $"# UNIT {metric.Name} {unit}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Name} ");
        AppendEscaped(text, metric.Help);
        text.Append('\n');
        foreach (Sample sample in metric.Samples)
        {
            text.Append(metric.Name).Append(metric.Type == MetricType.Counter ? "_total" : "");
            AppendLabels(text, sample.Labels);
            text.Append(' ').Append(NumberOf(sample.Value)).Append('\n');
        }
    }

    private static void AppendLabels(StringBuilder text, (string Name, string Value)[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            text.Append(i == 0 ? '{' : ',').Append(labels[i].Name).Append("=\"");
            AppendEscaped(text, labels[i].Value);
            text.Append('"');
        }

        text.Append(labels.Length > 0 ? "}" : "");
    }

    private static void AppendEscaped(StringBuilder text, string value)
    {
        foreach (char letter in value)
        {
            _ = letter switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                _ => text.Append(letter),
            };
        }
    }

    private static string NumberOf(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ when Math.Abs(value) < 1e15 && value == Math.Truncate(value) => ((long)value).ToString(CultureInfo.InvariantCulture),
        // The sum of times such as 0.1 s and 0.2 s has no seventeen digits.
        _ when Math.Abs(value) < 1e15 => value.ToString("G15", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
