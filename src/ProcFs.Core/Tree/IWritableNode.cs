namespace ProcFs.Tree;

/// <summary>A node that takes a value.</summary>
public interface IWritableNode
{
    /// <summary>
    /// The text that a value is written as. Numbers stand for flags and names, several values stand beside each other, or on a line each where the file has
    /// lines.
    /// </summary>
    string TextOf(object? value);

    /// <summary>Writes the text in one write(2), as the kernel asks for.</summary>
    /// <exception cref="ProcException">The kernel refused it, or the caller may not.</exception>
    void Write(string value);

    /// <summary>What to say where there is another value now than the text that was written; null where it is that one, or cannot be compared.</summary>
    string? DifferenceFrom(string written);
}
