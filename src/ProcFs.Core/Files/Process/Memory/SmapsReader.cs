using ProcFs.Grammar;

namespace ProcFs;

/// <summary>Receives a block of <c>smaps</c>; returns false to stop.</summary>
/// <param name="line">The first line, in the format of maps.</param>
/// <param name="lines">The following lines.</param>
internal delegate bool SmapsBlock(in MapsLine line, ReadOnlySpan<byte> lines);

/// <summary>Reads <c>/proc/&lt;pid&gt;/smaps</c> block by block: a line in the format of maps, followed by a line for each size.</summary>
internal static class SmapsReader
{
    /// <summary>Reads the blocks; false if there are none, because the process has no memory.</summary>
    public static bool Read(ProcSource source, SmapsBlock take) => Blocks.Read(source, StartsBlock, (block, firstLine) =>
    {
        ReadOnlySpan<byte> first = Blocks.FirstLine(block);
        return MapsLine.TryParse(first, out MapsLine line)
            ? take(line, block[(first.Length + 1)..])
            : throw source.Malformed(firstLine, first, MapsLine.Form);
    });

    /// <summary>Whether it is the first line of a block: an address range, not a key followed by a colon.</summary>
    public static bool StartsBlock(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOfAny((byte)' ', (byte)':');
        return end < 0 ? line.Contains((byte)'-') : line[end] == ' ' && end > 0;
    }
}
