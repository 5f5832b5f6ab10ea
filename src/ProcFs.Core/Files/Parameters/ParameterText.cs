using System.Collections;
using System.Globalization;

namespace ProcFs;

/// <summary>The text with which a value is written: the form that the kernel accepts, not the displayed one.</summary>
internal static class ParameterText
{
    /// <summary>The text for a parameter of this form; several values are written side by side, or on lines of their own if the file has lines.</summary>
    public static string Of(object? value, ParameterForm form)
    {
        if (value is not null && form.Format?.Invoke(value) is { } formatted)
        {
            return formatted;
        }

        return value is IEnumerable items and not string
            ? string.Join(form.IsOfLines ? '\n' : ' ', items.Cast<object?>().Select(item => Of(item, form)))
            : Plain(value);
    }

    // The kernel does not know the names of an enumeration: they are those of this module.
    private static string Plain(object? value) => value switch
    {
        bool flag => flag ? "1" : "0",
        KernelParameter other => other.Text ?? "",
        Enum named => named.ToString("D"),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
