namespace ProcFs;

/// <summary>Converts values for <c>clear_refs</c>.</summary>
internal static class PageMarksText
{
    public static ParameterForm Form { get; } = new() { Format = Format };

    /// <summary>The number for a name of <see cref="PageMarks"/>; null for any other value.</summary>
    public static string? Format(object value) =>
        value is string text && Enum.GetNames<PageMarks>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<PageMarks>(text, ignoreCase: true).ToString("D")
            : null;
}
