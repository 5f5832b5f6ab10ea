using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProcFs.Text;

/// <summary>Text made safe to show: characters that could control a terminal or mislead the reader are escaped.</summary>
public static class DisplayText
{
    // C0, DEL and C1 controls; line and paragraph separators; bidirectional controls; invisible characters, such as soft hyphens, fillers, joiners and variation
    // selectors; lone surrogates.
    private static readonly SearchValues<char> s_unsafe = SearchValues.Create(UnsafeCharacters());

    /// <summary>
    /// <paramref name="text"/> with <c>\n</c>, <c>\t</c>, <c>\x1b</c> and the like for control characters, <c>\xff</c> for a byte that is not valid UTF-8,
    /// <c>\u202e</c> for a character that reorders text. Other text is returned unchanged.
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
                AppendPair(shown, character, text[++i]);
                continue;
            }

            Append(shown, character);
        }

        return shown.ToString();
    }

    // Tags and variation selectors are beyond the first plane, and so are the controls of musical and shorthand notation.
    private static void AppendPair(StringBuilder shown, char high, char low)
    {
        int code = char.ConvertToUtf32(high, low);
        if (code is (>= 0xE0000 and <= 0xE0FFF) or (>= 0x1D173 and <= 0x1D17A) or (>= 0x1BCA0 and <= 0x1BCA3))
        {
            shown.Append("\\U").Append(code.ToString("x8", CultureInfo.InvariantCulture));
        }
        else
        {
            shown.Append(high).Append(low);
        }
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
        ReadOnlySpan<(int First, int Last)> ranges =
        [
            (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x034F, 0x034F), (0x061C, 0x061C), (0x070F, 0x070F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
            (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xD800, 0xDFFF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
            (0xFFF0, 0xFFFB),
        ];
        foreach ((int first, int last) in ranges)
        {
            for (int code = first; code <= last; code++)
            {
                all.Add((char)code);
            }
        }

        return all.ToArray();
    }
}
