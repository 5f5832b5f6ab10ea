namespace ProcFs.Views;

/// <summary>A column in the table of a type.</summary>
/// <param name="property">The property that it shows, and by which its label sorts.</param>
/// <param name="width">The number of characters; 0 for the remaining width.</param>
public sealed class Column(string property, int width = 0)
{
    /// <summary>The property that it shows.</summary>
    public string Property { get; } = property;

    /// <summary>The minimum number of characters; 0 for the remaining width.</summary>
    public int Width { get; } = width;

    /// <summary>The label: the name of the property, or an alias of it.</summary>
    public string Label { get; init; } = property;

    /// <summary>Further properties that its cells use.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>A property that highlights the cell if it is true.</summary>
    public string? Emphasis { get; init; }

    /// <summary>Whether it distinguishes the rows of one process, so that it is kept in a listing below the process.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether a list shows the property as the table does, rather than only by its unit.</summary>
    public bool IsInList { get; init; }

    /// <summary>Whether its cells use more than the value of the property with its unit.</summary>
    public bool HasOwnCell => Show is not null || Emphasis is not null;

    /// <summary>Creates the cell from the values of <see cref="Property"/> and <see cref="With"/>; null for the default by unit and type.</summary>
    internal Func<object?[], string>? Show { get; init; }
}
