namespace ProcFs.Views;

/// <summary>A column of the table in which objects of a type are shown.</summary>
/// <param name="property">The property that it shows, and by which its label sorts.</param>
/// <param name="width">How many characters it takes; 0 for what the others leave.</param>
public sealed class Column(string property, int width = 0)
{
    /// <summary>The property that it shows.</summary>
    public string Property { get; } = property;

    /// <summary>How many characters it takes at least; 0 for what the others leave.</summary>
    public int Width { get; } = width;

    /// <summary>What stands above it: the property's name, or an alias that the type has for it.</summary>
    public string Label { get; init; } = property;

    /// <summary>Further properties that its cells are made of.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>A property that, where it is true, lets the cell stand out.</summary>
    public string? Emphasis { get; init; }

    /// <summary>Whether it tells the rows of one process apart, so that a listing below the process keeps it.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the list shows the property as the table does, and not by its unit alone.</summary>
    public bool IsInList { get; init; }

    /// <summary>Whether its cells are made of more than its property's value by its unit.</summary>
    public bool HasOwnCell => Show is not null || Emphasis is not null;

    /// <summary>Makes the cell of the values of <see cref="Property"/> and <see cref="With"/>; null for what the property's unit and type say.</summary>
    internal Func<object?[], string>? Show { get; init; }
}
