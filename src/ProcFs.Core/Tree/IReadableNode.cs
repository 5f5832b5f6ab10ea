namespace ProcFs.Tree;

/// <summary>A node whose content can be read as bytes.</summary>
public interface IReadableNode
{
    /// <summary>Whether the parts of the content are terminated by NUL rather than by newline.</summary>
    bool EndsEntriesWithNul { get; }

    /// <summary>Opens the content. A failed read throws an <see cref="IOException"/> that is a <see cref="ProcException"/>.</summary>
    Stream OpenRead();
}
