namespace ProcFs;

/// <summary>A file that contains one object.</summary>
public abstract class RecordEntry : CatalogEntry
{
    private protected RecordEntry(string pattern, string description)
        : base(ProcKind.Record, pattern, description)
    {
    }

    /// <summary>Parses the bytes of the file.</summary>
    internal abstract object Parse(ReadOnlySpan<byte> text, ProcSource source);
}
