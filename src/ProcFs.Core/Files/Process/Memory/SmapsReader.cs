using ProcFs.Grammar;

namespace ProcFs;

/// <summary>Takes a block of <c>smaps</c>; false where no other is wanted.</summary>
/// <param name="line">Its first line, as maps has it.</param>
/// <param name="lines">The lines below.</param>
internal delegate bool SmapsBlock(in MapsLine line, ReadOnlySpan<byte> lines);

/// <summary>Reads <c>/proc/&lt;pid&gt;/smaps</c> block by block: a line as in maps, and a line for each size.</summary>
internal static class SmapsReader
{
    /// <summary>Reads the blocks; false where there are none, since the process has no memory.</summary>
    public static bool Read(ProcSource source, SmapsBlock take) => Blocks.Read(source, StartsBlock, (block, firstLine) =>
    {
        ReadOnlySpan<byte> first = Blocks.FirstLine(block);
        return MapsLine.TryParse(first, out MapsLine line)
            ? take(line, block[(first.Length + 1)..])
            : throw source.Malformed(firstLine, first, MapsLine.Form);
    });

    /// <summary>Whether it is the first line of a block: a range of addresses, and no key with a colon behind it.</summary>
    public static bool StartsBlock(ReadOnlySpan<byte> line)
    {
        int end = line.IndexOfAny((byte)' ', (byte)':');
        return end < 0 ? line.Contains((byte)'-') : line[end] == ' ' && end > 0;
    }
}
