namespace ProcFs;

/// <summary>What the text of a parameter means: how a value is made of it, and what a value is written as.</summary>
internal sealed class ParameterForm
{
    /// <summary>A number, several numbers, or plain text.</summary>
    public static ParameterForm Plain { get; } = new();

    /// <summary>Makes the value from the file's bytes; null for <see cref="Plain"/>, and null from it where the text stands for no value.</summary>
    public RecordParser<object?>? Parse { get; init; }

    /// <summary>What a value is written as; null from it, or in place of it, where that is the plain text of the value.</summary>
    public Func<object, string?>? Format { get; init; }

    /// <summary>Whether the value has several lines, each an object. It is written as a whole.</summary>
    public bool IsOfLines { get; init; }

    /// <summary>A value of several lines.</summary>
    public static ParameterForm Lines<T>()
        where T : class, ILine<T> =>
        new() { Parse = static (text, source) => Grammar.Lines.ParseAll<T>(text, source), IsOfLines = true };
}
