using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ProcFs.Views;

/// <summary>
/// The table of a type. It names properties instead of using lambdas over the type, so that it also serves objects from remoting. Each type declares its own in a
/// static property; in a narrow window, the rightmost columns are dropped first.
/// </summary>
public sealed partial class View
{
    private const string ListedVariant = "Listed";

    private static readonly ConcurrentDictionary<Type, View[]> s_known = new();

    internal View(Type type, params Column[] columns)
    {
        Type = type;
        Columns = columns;
        Shape = ItemShape.Find(type) ?? throw new ArgumentException($"{type} has no properties to show.", nameof(type));
        Widths = Fit();
    }

    /// <summary>The type of the objects.</summary>
    public Type Type { get; }

    /// <summary>The properties of the type.</summary>
    public ItemShape Shape { get; }

    /// <summary>The columns, from left to right.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The property by which the table is divided.</summary>
    public ViewGroup Group { get; internal init; }

    /// <summary>The suffix of the type name for objects with an alternative view: <c>Threads</c>; null for the default view.</summary>
    public string? Variant { get; internal init; }

    /// <summary>All views of this library.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "ILLink.Descriptors.xml keeps every member of this assembly.")]
    public static IEnumerable<View> All => typeof(View).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(Of);

    /// <summary>The view of a type; null if it declares none.</summary>
    /// <param name="type">The type of the objects.</param>
    /// <param name="variant">The variant of the view; null for the default.</param>
    public static View? Find(Type type, string? variant = null) => Array.Find(Declared(type), view => view.Variant == variant);

    /// <summary>The views of a type: the declared ones, and the view of a listing below one process.</summary>
    public static IReadOnlyList<View> Of(Type type) => Declared(type);

    /// <summary>Whether the cells of a column are right-aligned: numbers and sizes.</summary>
    public bool IsRight(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Width > 0 && Property(column.Property) is { IsNumeric: true };
    }

    /// <summary>Whether a column shows paths, or addresses with ports, which are cut in their middle where they are too long.</summary>
    public bool IsPath(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Property(column.Property) is { Unit: Unit.Path or Unit.EndPoint };
    }

    /// <summary>Whether it is online.</summary>
    public string Cell(Column column, object row) => Cell(column, name => Property(name)?.GetValue(row));

    /// <summary>The cell of a column, safe to show.</summary>
    /// <param name="column">The column.</param>
    /// <param name="get">Reads a property of the row by its name; the value has the type of the property.</param>
    public string Cell(Column column, Func<string, object?> get)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(get);
        return column.Show is { } show
            ? show([get(column.Property), .. column.With.Select(get)])
            : Display.Value(get(column.Property), Property(column.Property)?.Unit ?? Unit.None).Replace("\n", ", ", StringComparison.Ordinal);
    }

    /// <summary>A property as shown in a list, safe to show.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="get">Reads a property of the row by its name.</param>
    public string Field(string property, Func<string, object?> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        return Columns.FirstOrDefault(column => column.IsInList && column.Property == property) is { } column
            ? Cell(column, get)
            : Display.Value(get(property), Property(property)?.Unit ?? Unit.None);
    }

    private ItemProperty? Property(string name) => Shape.Find(name);

    /// <summary>The view of a listing below one process: without the columns that are the same in every row.</summary>
    internal View AsListed() => new(Type, [.. Columns.Where(column => !IsOfProcess(column))]) { Variant = ListedVariant, Group = ViewGroup.Folder };

    // A row that comes from no folder gets no header, so that one view serves the listing too where both have the same columns.
    private IEnumerable<View> WithListing() => Variant is not null || !IsListed ? [this]
        : Columns.Any(IsOfProcess) ? [this, AsListed()]
        : [new View(Type, [.. Columns]) { Group = ViewGroup.Folder }];

    private static bool IsOfProcess(Column column) =>
        !column.IsKey && column.Property is (nameof(ProcessStatus.ProcessId) or nameof(FileDescriptor.ProcessName));

    private static View[] Declared(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return s_known.GetOrAdd(type, Make);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "ILLink.Descriptors.xml keeps every member of this assembly.")]
    private static View[] Make(Type type)
    {
        View[] own = type.Assembly != typeof(View).Assembly || type.IsAbstract
            ? []
            : [.. type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(property => property.PropertyType == typeof(View))
                .Select(property => (View)property.GetValue(null)!)];
        return [.. own.SelectMany(view => view.WithListing())];
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "ILLink.Descriptors.xml keeps every member of this assembly.")]
    private bool IsListed => Array.Exists(Type.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRow<>));
}
