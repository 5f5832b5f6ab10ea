using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using ProcFs.Views;

namespace ProcFs.Formatting;

/// <summary>The display of an object in the views: an object of this library, or a deserialized one from a job, from remoting or from a file.</summary>
public static class Row
{
    private static readonly ConcurrentDictionary<string, View> s_views = new();

    /// <summary>The cell of a table.</summary>
    /// <param name="row">The object.</param>
    /// <param name="name">The type name, followed by <c>#</c> and the variant of the view.</param>
    /// <param name="column">The number of the column.</param>
    public static string Cell(PSObject row, string name, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        View view = s_views.GetOrAdd(name, Find);
        Column shown = view.Columns[column];
        string text = view.Type.IsInstanceOfType(row.BaseObject)
            ? view.Cell(shown, row.BaseObject)
            : view.Cell(shown, property => Restored(row, view.Shape, property));
        if (view.IsPath(shown) && Room(view, column) is { } room)
        {
            text = Text.TextWidth.CutPath(text, room);
        }

        return shown.Emphasis is { } emphasis && row.Properties[emphasis]?.Value is true
            ? PSStyle.Instance.FileInfo.Directory + text + PSStyle.Instance.Reset
            : text;
    }

    /// <summary>The value of a property, as shown in a list.</summary>
    /// <param name="row">The object.</param>
    /// <param name="type">The type name.</param>
    /// <param name="property">The name of the property.</param>
    public static string Field(PSObject row, string type, string property)
    {
        ArgumentNullException.ThrowIfNull(row);
        View view = s_views.GetOrAdd(type, Find);
        return view.Type.IsInstanceOfType(row.BaseObject)
            ? view.Field(property, name => view.Shape.Find(name)?.GetValue(row.BaseObject))
            : view.Field(property, name => Restored(row, view.Shape, name));
    }

    /// <summary>The identification of an object for Format-Wide: its name on the drive, or its key.</summary>
    /// <param name="row">The object.</param>
    public static string Key(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Display.Text(row.Properties["PSChildName"]?.Value as string ?? Text.Credentials.MaskLine(row.ToString() ?? ""));
    }

    /// <summary>All properties of an object, for Format-Custom.</summary>
    /// <param name="row">The object.</param>
    public static string Whole(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string type = row.TypeNames.Select(name => name[(name.LastIndexOf('.') + 1)..]).First(name => !name.Contains('#'));
        IEnumerable<string> lines = s_views.GetOrAdd(type, Find).Shape.Properties.Select(property => $"  {property.Name} = {Field(row, type, property.Name)}".TrimEnd());
        return $"class {type}\n{{\n{string.Join('\n', lines)}\n}}\n";
    }

    private static View Find(string name)
    {
        string[] parts = name.Split('#');
        Type type = typeof(View).Assembly.GetType($"{nameof(ProcFs)}.{parts[0]}", throwOnError: true)!;
        return View.Find(type, parts.Length > 1 ? parts[1] : null) ?? throw new ArgumentException($"There is no view {name}.", nameof(name));
    }

    // The column with the remaining width is as wide as the terminal allows. Without a terminal, the caller cuts it to the requested width. The engine leaves the
    // last column of the terminal free.
    private static int? Room(View view, int column) => view.Widths[column] > 0
        ? view.Widths[column]
        : Console.IsOutputRedirected || view.WidthOf(column, Console.WindowWidth - 1) is not (> 0 and var room) ? null : room;

    // Data deserialized from XML has lost its types, except for text and numbers.
    private static object? Restored(PSObject row, ItemShape shape, string name)
    {
        object? value = row.Properties[name]?.Value;
        if (value is null || shape.Find(name) is not { } property || property.Type.IsInstanceOfType(value))
        {
            return value;
        }

        object plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (property.Type.IsInstanceOfType(plain))
        {
            return plain;
        }

        if (property.Type == typeof(DateTimeOffset))
        {
            return PSObject.AsPSObject(value).Properties[nameof(DateTimeOffset.UtcDateTime)]?.Value is DateTime time
                ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
                : LanguagePrimitives.TryConvertTo(value, out DateTimeOffset parsed) ? parsed : value.ToString();
        }

        if (property.Type == typeof(IReadOnlyDictionary<string, UnavailableReason>) && plain is IDictionary fields)
        {
            return fields.Keys.Cast<object>().ToDictionary(field => $"{field}", field => LanguagePrimitives.ConvertTo<UnavailableReason>(fields[field]));
        }

        return property.Type.IsEnum || property.Type.IsPrimitive || property.Type.IsArray && property.Type.GetElementType() is { IsClass: false } or { FullName: "System.String" }
            ? LanguagePrimitives.TryConvertTo(value, property.Type, out object? converted) ? converted : value.ToString()
            : plain is IDictionary or IList ? plain : value.ToString();
    }
}
