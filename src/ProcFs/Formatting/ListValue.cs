using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace ProcFs.Formatting;

/// <summary>
/// Properties that hold several values. The engine writes the name of their type to CSV; wrapped, they are the same values, and their text is theirs.
/// </summary>
public static class ListValue
{
    private static readonly MethodInfo s_text = typeof(ListValue).GetMethod(nameof(TextOf), [typeof(PSObject)])!;

    /// <summary>The value of a property, wrapped; null if it is null.</summary>
    /// <param name="row">The object.</param>
    /// <param name="property">The name of the property.</param>
    public static object? Of(PSObject row, string property)
    {
        ArgumentNullException.ThrowIfNull(row);
        object? value = ItemShape.Find(row.BaseObject.GetType())?.Find(property)?.GetValue(row.BaseObject);
        if (value is null)
        {
            return null;
        }

        var wrapped = new PSObject(value);
        wrapped.Methods.Add(new PSCodeMethod(nameof(ToString), s_text));
        return wrapped;
    }

    /// <summary>The values separated by blanks, or keys with their values.</summary>
    /// <param name="values">The wrapped values.</param>
    public static string TextOf(PSObject values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.BaseObject switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes),
            IDictionary pairs => string.Join("; ", pairs.Keys.Cast<object>().Select(key => $"{Plain(key)}={Plain(pairs[key])}")),
            IEnumerable list => string.Join(' ', list.Cast<object>().Select(Plain)),
            var other => Plain(other),
        };
    }

    private static string Plain(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : $"{value}";
}
