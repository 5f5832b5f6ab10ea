namespace ProcFs.Text;

/// <summary>The escapes of the name in <c>status</c>: <c>\n</c> for a newline, <c>\\</c> for a backslash, octal on older kernels.</summary>
internal static class BackslashEscapes
{
    public static string Decode(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
        {
            return LosslessText.Decode(text);
        }

        Span<byte> plain = new byte[text.Length];
        int length = 0;
        while (!text.IsEmpty)
        {
            plain[length++] = Take(text, out int used);
            text = text[used..];
        }

        return LosslessText.Decode(plain[..length]);
    }

    private static byte Take(ReadOnlySpan<byte> text, out int used)
    {
        used = 1;
        if (text[0] != '\\')
        {
            return text[0];
        }

        if (text.Length >= 4 && Number.TryOctal(text[1..4], out long code) && code <= byte.MaxValue)
        {
            used = 4;
            return (byte)code;
        }

        used = Math.Min(2, text.Length);
        return text.Length < 2 ? text[0] : text[1] switch
        {
            (byte)'n' => (byte)'\n',
            _ => text[1],
        };
    }
}
