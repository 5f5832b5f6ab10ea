namespace ProcFs;

/// <summary>An object represented by a line of a file, such as a mount of <c>&lt;pid&gt;/mountinfo</c>.</summary>
/// <typeparam name="TSelf">The type of the object.</typeparam>
public interface ILine<TSelf>
    where TSelf : class, ILine<TSelf>
{
    /// <summary>The format of a line, for the error about a malformed one.</summary>
    static abstract string Form { get; }

    /// <summary>Parses a line without its newline; null for a malformed line.</summary>
    static abstract TSelf? Parse(ReadOnlySpan<byte> line, ProcSource source);
}
