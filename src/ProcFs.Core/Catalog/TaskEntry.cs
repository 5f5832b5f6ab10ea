namespace ProcFs;

/// <summary>A process or a thread: a folder, and an object read from several of its files.</summary>
public sealed class TaskEntry : CatalogEntry
{
    internal TaskEntry(ProcKind kind, string pattern, string description, Type itemType)
        : base(kind, pattern, description) => ItemType = itemType;

    /// <inheritdoc/>
    public override Type ItemType { get; }
}
