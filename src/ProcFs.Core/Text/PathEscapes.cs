namespace ProcFs.Text;

/// <summary>The escapes of a path by seq_path(9): a backslash and three octal digits, for exactly the characters that the file in question escapes.</summary>
internal static class PathEscapes
{
    /// <summary>The path with the <paramref name="escaped"/> characters unescaped.</summary>
    public static string Decode(ReadOnlySpan<byte> text, ReadOnlySpan<byte> escaped)
    {
        if (!text.Contains((byte)'\\'))
        {
            return LosslessText.Decode(text);
        }

        Span<byte> plain = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            long code = 0;
            bool isEscape = text[i] == '\\' && i + 3 < text.Length && Number.TryOctal(text.Slice(i + 1, 3), out code)
                && code <= byte.MaxValue && escaped.Contains((byte)code);
            plain[length++] = isEscape ? (byte)code : text[i];
            i += isEscape ? 3 : 0;
        }

        return LosslessText.Decode(plain[..length]);
    }
}
