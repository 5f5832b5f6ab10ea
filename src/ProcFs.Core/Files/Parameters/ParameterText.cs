using System.Collections;
using System.Globalization;

namespace ProcFs;

/// <summary>The text that a value is written as: what the kernel takes, not what people read.</summary>
internal static class ParameterText
{
    /// <summary>The text for a parameter of this form; several values go beside each other, or on a line each where the file has lines.</summary>
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

    // The kernel knows no words for numbers: those of an enumeration are this module's own.
    private static string Plain(object? value) => value switch
    {
        bool flag => flag ? "1" : "0",
        KernelParameter other => other.Text ?? "",
        Enum named => named.ToString("D"),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
