using ProcFs.Text;

namespace ProcFs;

/// <summary>Fields of mountinfo, mounts and mountstats, which escape what would break them apart.</summary>
internal static class MountText
{
    // What mangle() and seq_path() escape: blanks, newlines and backslashes, and in names what would begin a comment of fstab (fs/proc_namespace.c).
    private static ReadOnlySpan<byte> OfNames => " \t\n\\#"u8;

    // Besides, seq_show_option() escapes what parts options, and selinux_sb_show_options() quotes.
    private static ReadOnlySpan<byte> OfOptions => " \t\n\\#,=\""u8;

    /// <summary>The field as text, with its escapes decoded.</summary>
    public static string Of(ReadOnlySpan<byte> field, ProcSource source) => source.Intern(OctalEscapes.Decode(field, OfNames));

    /// <summary>
    /// Options that commas part. A value that holds commas as they are, as a security context does, stands between double quotes right behind the equals sign;
    /// quotes anywhere else are a part of the value.
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
