namespace ProcFs;

/// <summary>An object that a line of a file holds, such as a mount of <c>&lt;pid&gt;/mountinfo</c>.</summary>
/// <typeparam name="TSelf">The type of the object.</typeparam>
public interface ILine<TSelf>
    where TSelf : class, ILine<TSelf>
{
    /// <summary>What a line holds, for the error about one that does not.</summary>
    static abstract string Form { get; }

    /// <summary>Makes the object from a line without its newline; null for a line that is not of the file's form.</summary>
    static abstract TSelf? Parse(ReadOnlySpan<byte> line, ProcSource source);
}
