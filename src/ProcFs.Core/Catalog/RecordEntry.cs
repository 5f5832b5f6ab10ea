namespace ProcFs;

/// <summary>A file that holds one object.</summary>
public abstract class RecordEntry : CatalogEntry
{
    private protected RecordEntry(string pattern, string description)
        : base(ProcKind.Record, pattern, description)
    {
    }

    /// <summary>Makes the object from the file's bytes.</summary>
    internal abstract object Parse(ReadOnlySpan<byte> text, ProcSource source);
}
