namespace ProcFs;

/// <summary>A file that contains one object of a type.</summary>
internal sealed class TypedRecord<T>(string pattern, string description) : RecordEntry(pattern, description)
    where T : class, IRecord<T>
{
    public override Type ItemType => typeof(T);

    internal override object Parse(ReadOnlySpan<byte> text, ProcSource source) => T.Parse(text, source);
}
