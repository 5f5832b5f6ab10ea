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

    // Addresses are written in lower case, and every key starts with a capital.
    private static bool StartsBlock(ReadOnlySpan<byte> line) => line is [>= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f', ..];
}
