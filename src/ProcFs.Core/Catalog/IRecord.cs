namespace ProcFs;

/// <summary>An object represented by a whole file, such as <c>&lt;pid&gt;/status</c>.</summary>
/// <typeparam name="TSelf">The type of the object.</typeparam>
public interface IRecord<TSelf>
    where TSelf : class, IRecord<TSelf>
{
    /// <summary>Parses the bytes of the file.</summary>
    /// <exception cref="ProcException">A line is malformed.</exception>
    static abstract TSelf Parse(ReadOnlySpan<byte> text, ProcSource source);
}
