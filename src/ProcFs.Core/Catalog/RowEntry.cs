namespace ProcFs;

/// <summary>One row of a folder of rows, whose name tells what it is.</summary>
public sealed class RowEntry : CatalogEntry
{
    internal RowEntry(string pattern, string description, Type itemType)
        : base(ProcKind.Row, pattern, description) => ItemType = itemType;

    /// <inheritdoc/>
    public override Type ItemType { get; }
}
