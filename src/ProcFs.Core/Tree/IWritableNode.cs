namespace ProcFs.Tree;

/// <summary>A node to which a value can be written.</summary>
public interface IWritableNode
{
    /// <summary>
    /// The text to write for a value. Flags and names become numbers; several values are written side by side, or on lines of their own if the file has lines.
    /// </summary>
    string TextOf(object? value);

    /// <summary>Writes the text with one write(2), as the kernel requires.</summary>
    /// <exception cref="ProcException">The kernel rejected it, or access was denied.</exception>
    void Write(string value);

    /// <summary>What to say where there is another value now than the text that was written; null where it is that one, or cannot be compared.</summary>
    string? DifferenceFrom(string written);
}
