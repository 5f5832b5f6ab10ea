using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProcFs.Text;

/// <summary>
/// A text of the module's own, as an interpolated string: inserted values are escaped by <see cref="DisplayText"/>. Parameters of this type accept no other
/// strings.
/// </summary>
[InterpolatedStringHandler]
public readonly struct SafeText
{
    private readonly StringBuilder? _text;

    /// <summary>Begins a text; called by the compiler for an interpolated string.</summary>
    public SafeText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Whether the text is empty.</summary>
    public bool IsEmpty => _text is null or { Length: 0 };

    /// <summary>The texts, each on its own line.</summary>
    public static SafeText Lines(IEnumerable<SafeText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var all = new SafeText(0, 0);
        all._text!.AppendJoin('\n', texts);
        return all;
    }

    /// <summary>Adds literal text.</summary>
    public void AppendLiteral(string literal) => _text!.Append(literal);

    /// <summary>Adds a text, escaped.</summary>
    public void AppendFormatted(string? value) => _text!.Append(DisplayText.Escape(value ?? ""));

    /// <summary>Adds text that is already safe.</summary>
    public void AppendFormatted(SafeText value) => _text!.Append(value._text);

    /// <summary>Adds a value in invariant format, escaped.</summary>
    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>The text.</summary>
    public override string ToString() => _text?.ToString() ?? "";
}
