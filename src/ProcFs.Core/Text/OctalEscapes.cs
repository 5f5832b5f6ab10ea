namespace ProcFs.Text;

/// <summary>
/// The escapes of mountinfo, mounts and mountstats: a backslash and three octal digits stand for a byte that would break the format, and for no other, because some
/// file systems write backslashes unescaped. Fields are separated first and decoded afterwards. Source: mangle_path() and seq_escape() of fs/seq_file.c.
/// </summary>
internal static class OctalEscapes
{
    private const int Length = 4;

    /// <summary>
    /// The bytes of <paramref name="text"/>, in which the kernel escapes the <paramref name="escaped"/> ones; the text itself if it contains no escapes.
    /// </summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, ReadOnlySpan<byte> escaped)
    {
        if (!text.Contains((byte)'\\'))
        {
            return text;
        }

        byte[] plain = new byte[text.Length];
        int length = 0;
        while (!text.IsEmpty)
        {
            bool isEscape = TryEscape(text, out byte code) && escaped.Contains(code);
            plain[length++] = isEscape ? code : text[0];
            text = text[(isEscape ? Length : 1)..];
        }

        return plain.AsSpan(0, length);
    }

    private static bool TryEscape(ReadOnlySpan<byte> text, out byte escaped)
    {
        long code = 0;
        bool isEscape = text is [(byte)'\\', >= (byte)'0' and <= (byte)'3', _, _, ..] && Number.TryOctal(text[1..Length], out code);
        escaped = (byte)code;
        return isEscape;
    }
}
