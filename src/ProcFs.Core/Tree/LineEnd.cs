using System.Text;

namespace ProcFs.Tree;

/// <summary>Line endings in bytes.</summary>
internal static class LineEnd
{
    /// <summary>A newline in this encoding: two or four bytes if every character has that many.</summary>
    public static byte[] Of(Encoding? encoding) => encoding?.GetBytes("\n") ?? [(byte)'\n'];

    /// <summary>The position of the first line ending at or after <paramref name="start"/>, in whole characters from there; -1 if there is none.</summary>
    public static int Find(ReadOnlySpan<byte> bytes, int start, ReadOnlySpan<byte> lineEnd)
    {
        for (int at = start; ; at++)
        {
            int found = bytes[at..].IndexOf(lineEnd);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if ((at - start) % lineEnd.Length == 0)
            {
                return at;
            }
        }
    }
}
