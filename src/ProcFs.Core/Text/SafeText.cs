using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProcFs.Text;

/// <summary>
/// Words of the module's own, as an interpolated string: what is filled in is escaped as <see cref="DisplayText"/> does it. What takes words takes them so, and
/// no string that came from elsewhere can stand in their place.
/// </summary>
[InterpolatedStringHandler]
public readonly struct SafeText
{
    private readonly StringBuilder? _text;

    /// <summary>Begins a text; the compiler calls it for an interpolated string.</summary>
    public SafeText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _text is null or { Length: 0 };

    /// <summary>The texts, each on a line of its own.</summary>
    public static SafeText Lines(IEnumerable<SafeText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var all = new SafeText(0, 0);
        all._text!.AppendJoin('\n', texts);
        return all;
    }

    /// <summary>Adds words of the source.</summary>
    public void AppendLiteral(string literal) => _text!.Append(literal);

    /// <summary>Adds a text, escaped.</summary>
    public void AppendFormatted(string? value) => _text!.Append(DisplayText.Escape(value ?? ""));

    /// <summary>Adds a text that is safe already.</summary>
    public void AppendFormatted(SafeText value) => _text!.Append(value._text);

    /// <summary>Adds a value, in the form that is the same everywhere, escaped.</summary>
    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>The text.</summary>
    public override string ToString() => _text?.ToString() ?? "";
}
