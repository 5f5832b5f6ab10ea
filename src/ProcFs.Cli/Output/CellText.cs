using System.Collections;
using System.Globalization;
using ProcFs.Views;
using ProcFs.Text;

namespace ProcFs.Cli.Output;

/// <summary>Values as shown in a table.</summary>
internal static class CellText
{
    /// <summary>The value, with characters that could control a terminal escaped.</summary>
    public static string Of(object? value) => value switch
    {
        // Frequent types, which cannot control a terminal.
        int number => number.ToString(CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        _ => DisplayText.Escape(Plain(value)),
    };

    /// <summary>The exact value as text.</summary>
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

    /// <summary>Whether the value is right-aligned in its column.</summary>
    public static bool IsNumber(object? value) => value is int or long or ulong or uint or short or ushort or byte or double or float or decimal;
}
