namespace ProcFs.Tree;

/// <summary>A node that takes a value.</summary>
public interface IWritableNode
{
    /// <summary>Whether several values go on a line each, and not beside each other.</summary>
    bool IsValueOfLines { get; }

    /// <summary>Writes the value in one write(2), as the kernel asks for.</summary>
    /// <exception cref="ProcException">The kernel refused it, or the caller may not.</exception>
    void Write(string value);
}
