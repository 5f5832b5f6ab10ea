namespace ProcFs.Text;

/// <summary>
/// The escapes of mountinfo, mounts and mountstats: a backslash and three octal digits stand for a byte that would break the line apart, and for no other:
/// some file systems write backslashes as they are. Fields are told apart first and decoded then. Source: mangle_path() and seq_escape() of fs/seq_file.c.
/// </summary>
internal static class OctalEscapes
{
    private const int Length = 4;

    /// <summary>The bytes that <paramref name="text"/> stands for, where the kernel escapes the <paramref name="escaped"/> ones; the text itself where it holds no escape.</summary>
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
