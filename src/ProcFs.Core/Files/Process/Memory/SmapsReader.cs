using System.Buffers;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Takes a block of <c>smaps</c>; false where no other is wanted.</summary>
/// <param name="line">Its first line, as maps has it.</param>
/// <param name="text">The lines below.</param>
/// <param name="linesBefore">How many lines of the file come before those.</param>
internal delegate bool SmapsBlock(in MapsLine line, ReadOnlySpan<byte> text, int linesBefore);

/// <summary>
/// Reads <c>/proc/&lt;pid&gt;/smaps</c> block by block: a line as in maps, and a line for each size. A block that is not of that form is reported, and the
/// others still come.
/// </summary>
internal static class SmapsReader
{
    private const int UsualBlock = 1024;

    /// <summary>Reads the blocks; false where there are none, since the process has no memory.</summary>
    public static bool Read(ProcSource source, SmapsBlock take)
    {
        using LineReader lines = source.OpenLines();
        var block = new ArrayBufferWriter<byte>(UsualBlock);
        int firstLine = 1;
        Errno error;
        while (lines.Next(out error))
        {
            if (block.WrittenCount > 0 && StartsBlock(lines.Line))
            {
                if (!Take(block.WrittenSpan, firstLine, source, take))
                {
                    return true;
                }

                block.ResetWrittenCount();
                firstLine = lines.LineNumber;
            }

            block.Write(lines.Line);
            block.Write("\n"u8);
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }

        if (block.WrittenCount > 0)
        {
            Take(block.WrittenSpan, firstLine, source, take);
        }

        return block.WrittenCount > 0;
    }

    // Addresses are written in lower case, and every key starts with a capital.
    private static bool StartsBlock(ReadOnlySpan<byte> line) => line is [>= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f', ..];

    private static bool Take(ReadOnlySpan<byte> block, int firstLine, ProcSource source, SmapsBlock take)
    {
        int end = block.IndexOf((byte)'\n');
        if (!MapsLine.TryParse(block[..end], out MapsLine line))
        {
            source.Report(source.Malformed(firstLine, block[..end], MapsLine.Form));
            return true;
        }

        try
        {
            return take(line, block[(end + 1)..], firstLine);
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.Malformed)
        {
            source.Report(error);
            return true;
        }
    }
}
