using ProcFs.Views;

namespace ProcFs.Cli.Output;

/// <summary>The columns of a table, by type.</summary>
internal static class TableColumns
{
    /// <summary>The columns that the type declares or, without a declaration, its properties with a value in any of the rows.</summary>
    public static IReadOnlyList<Column> Of(Type type, IReadOnlyCollection<object> rows) => View.Find(type) is { } view
        ? [.. view.Columns.Select(column => new Column(column.Label, row => view.Cell(column, row), view.IsRight(column), view.IsPath(column)))]
        : [.. OfProperties(type, rows)];

    private static IEnumerable<Column> OfProperties(Type type, IReadOnlyCollection<object> rows)
    {
        foreach (RowShape.Property property in RowShape.Of(type).Properties)
        {
            object?[] values = [.. rows.Select(property.Get)];
            if (values.Any(value => CellText.Plain(value).Length > 0))
            {
                bool isRight = values.All(value => value is null || CellText.IsNumber(value));
                yield return new Column(property.Name, row => CellText.Of(property.Get(row)), isRight);
            }
        }
    }
}
