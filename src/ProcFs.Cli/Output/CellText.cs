using System.Collections;
using System.Globalization;
using ProcFs.Views;
using ProcFs.Text;

namespace ProcFs.Cli.Output;

/// <summary>Values as a table shows them.</summary>
internal static class CellText
{
    /// <summary>The value, with what could steer a terminal escaped.</summary>
    public static string Of(object? value) => value switch
    {
        // What comes in great numbers, and cannot steer anything.
        int number => number.ToString(CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        _ => DisplayText.Escape(Plain(value)),
    };

    /// <summary>The value as text, exact.</summary>
    public static string Plain(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset time => Display.Time(time),
        TimeSpan span => Display.Span(span),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        KeyValuePair<string, string> pair => $"{pair.Key}: {pair.Value}",
        IDictionary entries => string.Join(", ", entries.Keys.Cast<object>().Select(key => $"{key}: {Plain(entries[key])}")),
        IEnumerable values => string.Join(", ", values.Cast<object?>().Select(Plain)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether the value stands at the right of its column.</summary>
    public static bool IsNumber(object? value) => value is int or long or ulong or uint or short or ushort or byte or double or float or decimal;
}
