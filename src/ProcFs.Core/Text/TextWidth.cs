using System.Globalization;
using System.Text;

namespace ProcFs.Text;

/// <summary>The width of a text in terminal columns, and fitting a text to a width.</summary>
public static class TextWidth
{
    private const char Ellipsis = '…';

    // Blocks whose characters are two columns wide (Unicode's East Asian Width: wide and full width).
    private static readonly (int First, int Last)[] s_wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The width of <paramref name="text"/> in columns.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>The text, cut if it is wider than <paramref name="width"/>; the ellipsis takes one column.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        return Fitting(text, width - 1) + Ellipsis;
    }

    /// <summary>
    /// A path, cut in its middle where it is wider than <paramref name="width"/>, so that its last part stays: <c>/usr/lib/…/libssl.so.3</c>.
    /// Of an IPv6 address in brackets the port stays: <c>[2001:db8…]:443</c>.
    /// </summary>
    public static string CutPath(string path, int width)
    {
        int slash = path.StartsWith('[') ? path.LastIndexOf(']') : path.LastIndexOf('/');
        if (slash < 0 || Of(path) <= width)
        {
            return Cut(path, width);
        }

        string last = path[slash..];
        int room = width - 1 - Of(last);
        return room > 0 ? Fitting(path, room) + Ellipsis + last : Ellipsis + Suffix(last, width - 1);
    }

    private static string Fitting(string text, int width) => Prefix(text, width) is var start && Of(start) <= width ? start : "";

    private static string Suffix(string text, int width)
    {
        int start = 0;
        while (start < text.Length && Of(text[start..]) > width)
        {
            start += Rune.TryGetRuneAt(text, start, out Rune rune) ? rune.Utf16SequenceLength : 1;
        }

        return text[start..];
    }

    /// <summary>The start of the text that fits into <paramref name="width"/>, at least one character.</summary>
    public static string Prefix(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width -= Of(rune);
            if (width < 0 && length > 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static int Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        return Array.Exists(s_wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
    }
}
