namespace ProcFs;

/// <summary>The interpretation of a parameter's text: parsing a value, and converting a value to the text to write.</summary>
internal sealed class ParameterForm
{
    /// <summary>A number, several numbers, or plain text.</summary>
    public static ParameterForm Plain { get; } = new();

    /// <summary>Parses the bytes of the file; null for <see cref="Plain"/>. Returns null if the text means no value.</summary>
    public RecordParser<object?>? Parse { get; init; }

    /// <summary>Converts a value to the text to write; null, or returning null, for the plain text of the value.</summary>
    public Func<object, string?>? Format { get; init; }

    /// <summary>Whether the value has several lines, each an object. It is written as a whole.</summary>
    public bool IsOfLines { get; init; }

    /// <summary>A value of several lines.</summary>
    public static ParameterForm Lines<T>()
        where T : class, ILine<T> =>
        new() { Parse = static (text, source) => Grammar.Lines.ParseAll<T>(text, source), IsOfLines = true };
}
