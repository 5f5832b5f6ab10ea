namespace ProcFs;

/// <summary>An object that a whole file holds, such as <c>&lt;pid&gt;/status</c>.</summary>
/// <typeparam name="TSelf">The type of the object.</typeparam>
public interface IRecord<TSelf>
    where TSelf : class, IRecord<TSelf>
{
    /// <summary>Makes the object from the file's bytes.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    static abstract TSelf Parse(ReadOnlySpan<byte> text, ProcSource source);
}
