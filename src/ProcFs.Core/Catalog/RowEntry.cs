namespace ProcFs;

/// <summary>A row of a folder of rows, identified by its name.</summary>
public sealed class RowEntry : CatalogEntry
{
    internal RowEntry(string pattern, string description, Type itemType)
        : base(ProcKind.Row, pattern, description) => ItemType = itemType;

    /// <inheritdoc/>
    public override Type ItemType { get; }
}
