using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/cmdline</c>: the arguments, each terminated by a NUL. Arguments can be empty; the file is empty for a kernel thread or a zombie. A
/// process can overwrite its arguments with a title and pad it with NULs: a single text with spaces followed by two or more NULs counts as one argument, and so
/// does any single text followed by a long row of NULs.
/// </summary>
public static class CommandLine
{
    // So many consecutive empty arguments are padding.
    private const int ShortestPadding = 8;

    /// <summary>The arguments in order; none for an empty file.</summary>
    public static string[] Parse(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        ReadOnlySpan<byte> title = text.TrimEnd((byte)0);
        bool isPadded = !title.IsEmpty && !title.Contains((byte)0) && text.Length - title.Length >= (title.Contains((byte)' ') ? 2 : ShortestPadding);
        ReadOnlySpan<byte> rest = isPadded ? title : text[^1] == 0 ? text[..^1] : text;
        string[] arguments = new string[rest.Count((byte)0) + 1];
        for (int i = 0; i < arguments.Length; i++)
        {
            int end = rest.IndexOf((byte)0);
            arguments[i] = LosslessText.Decode(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return arguments;
    }
}
