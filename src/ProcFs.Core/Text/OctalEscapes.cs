namespace ProcFs.Text;

/// <summary>
/// The escapes of mountinfo, mounts, mountstats and numa_maps: a backslash and three octal digits stand for a byte that would break
/// the line apart. Fields are told apart first and decoded then. Source: mangle_path() of fs/seq_file.c.
/// </summary>
internal static class OctalEscapes
{
    private const int Length = 4;

    /// <summary>The bytes that <paramref name="text"/> stands for; the text itself where it holds no escape.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
        {
            return text;
        }

        byte[] plain = new byte[text.Length];
        int length = 0;
        while (!text.IsEmpty)
        {
            bool isEscape = TryEscape(text, out byte escaped);
            plain[length++] = isEscape ? escaped : text[0];
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
