using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/cmdline</c>: the arguments, each ended by a NUL. Empty arguments occur anywhere and count; the file of a kernel
/// thread or a zombie is empty. A process may have written a title over it, and padded that with NULs: a single text with spaces that two or more of them
/// end is taken for one, and so is any single text before a long row of them.
/// </summary>
public static class CommandLine
{
    // So many empty arguments behind one another are none.
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
