using ProcFs.Text;

namespace ProcFs;

/// <summary>Fields of mountinfo, mounts and mountstats, with the characters escaped that would break the format.</summary>
internal static class MountText
{
    // Escaped by mangle() and seq_path(): blanks, newlines and backslashes, and in names the start of an fstab comment (fs/proc_namespace.c).
    private static ReadOnlySpan<byte> OfNames => " \t\n\\#"u8;

    // In addition, seq_show_option() escapes option separators, and selinux_sb_show_options() quotes.
    private static ReadOnlySpan<byte> OfOptions => " \t\n\\#,=\""u8;

    /// <summary>The field as text, with its escapes decoded.</summary>
    public static string Of(ReadOnlySpan<byte> field, ProcSource source) => source.Intern(OctalEscapes.Decode(field, OfNames));

    /// <summary>
    /// Options separated by commas. A value that contains commas, such as a security context, is in double quotes directly after the equals sign; quotes anywhere
    /// else are part of the value.
    /// </summary>
    public static string[] Options(ReadOnlySpan<byte> field, ProcSource source)
    {
        var options = new List<string>(field.Count((byte)',') + 1);
        while (!field.IsEmpty)
        {
            int end = EndOfOption(field);
            options.Add(source.Intern(OctalEscapes.Decode(field[..end], OfOptions)));
            field = field[Math.Min(end + 1, field.Length)..];
        }

        return [.. options];
    }

    private static int EndOfOption(ReadOnlySpan<byte> field)
    {
        int comma = field.IndexOf((byte)',');
        int quote = field.IndexOf("=\""u8);
        if (quote >= 0 && (comma < 0 || quote < comma))
        {
            int start = quote + 2;
            int close = field[start..].IndexOf("\","u8);
            int end = close >= 0 ? start + close + 1 : field.Length;
            if (close >= 0 || (field.Length > start && field[^1] == '"'))
            {
                return end;
            }
        }

        return comma < 0 ? field.Length : comma;
    }
}
