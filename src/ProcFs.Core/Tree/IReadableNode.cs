namespace ProcFs.Tree;

/// <summary>A node whose content can be read as bytes.</summary>
public interface IReadableNode
{
    /// <summary>Whether a NUL ends each part of the content, and not a newline.</summary>
    bool EndsEntriesWithNul { get; }

    /// <summary>Opens the content. Reading fails with an <see cref="IOException"/> that is a <see cref="ProcException"/>.</summary>
    Stream OpenRead();
}
