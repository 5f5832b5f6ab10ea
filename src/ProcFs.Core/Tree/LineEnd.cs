using System.Text;

namespace ProcFs.Tree;

/// <summary>The bytes that end a line.</summary>
internal static class LineEnd
{
    /// <summary>A newline in this encoding: two bytes or four where every character has that many.</summary>
    public static byte[] Of(Encoding? encoding) => encoding?.GetBytes("\n") ?? [(byte)'\n'];

    /// <summary>Where the first line end is at or behind <paramref name="start"/>, whole characters from there; -1 where there is none.</summary>
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
