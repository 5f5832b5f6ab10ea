using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProcFs.Text;

/// <summary>Text made safe to show: what could steer a terminal or mislead the eye is written as an escape.</summary>
public static class DisplayText
{
    // C0, DEL and C1 controls; line and paragraph separators; the marks that reorder or hide text; lone surrogates.
    private static readonly SearchValues<char> s_unsafe = SearchValues.Create(UnsafeCharacters());

    /// <summary>
    /// <paramref name="text"/> with <c>\n</c>, <c>\t</c>, <c>\x1b</c> and the like for control characters, <c>\xff</c> for a byte
    /// that is no UTF-8, <c>\u202e</c> for a character that reorders text. Other text comes back as it is.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(s_unsafe) ? EscapeAll(text) : text;
    }

    private static string EscapeAll(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1]))
            {
                shown.Append(character).Append(text[++i]);
                continue;
            }

            Append(shown, character);
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, char character)
    {
        string? name = character switch
        {
            '\n' => "\\n",
            '\t' => "\\t",
            '\r' => "\\r",
            _ => null,
        };
        if (name is not null)
        {
            shown.Append(name);
            return;
        }

        if (!s_unsafe.Contains(character))
        {
            shown.Append(character);
            return;
        }

        bool isByte = LosslessText.IsEscapedByte(character);
        int code = isByte ? character - 0xDC00 : character;
        shown.Append(code <= 0xFF ? "\\x" : "\\u").Append(code.ToString(code <= 0xFF ? "x2" : "x4", CultureInfo.InvariantCulture));
    }

    private static ReadOnlySpan<char> UnsafeCharacters()
    {
        var all = new List<char>();
        Add(all, 0x00, 0x1F);
        Add(all, 0x7F, 0x9F);
        Add(all, 0x061C, 0x061C);
        Add(all, 0x200B, 0x200F);
        Add(all, 0x2028, 0x202E);
        Add(all, 0x2060, 0x2069);
        Add(all, 0xD800, 0xDFFF);
        Add(all, 0xFEFF, 0xFEFF);
        return all.ToArray();
    }

    private static void Add(List<char> all, int first, int last)
    {
        for (int code = first; code <= last; code++)
        {
            all.Add((char)code);
        }
    }
}
