using System.Buffers;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Grammar;

/// <summary>Takes a block of a file; false where no other is wanted.</summary>
/// <param name="block">Its lines, each with its newline.</param>
/// <param name="firstLine">The number of the first of them, counted from 1.</param>
internal delegate bool BlockTaker(ReadOnlySpan<byte> block, int firstLine);

/// <summary>Tells the first line of a block from the others.</summary>
internal delegate bool BlockStart(ReadOnlySpan<byte> line);

/// <summary>
/// The grammar of a file that holds blocks of lines: an empty line lies between them, or each begins with a line of a form of its own. Blocks come as
/// they are read. One that cannot be parsed is reported, and the others still come.
/// </summary>
internal static class Blocks
{
    private const int UsualSize = 1024;

    /// <summary>Reads blocks with empty lines between them; false where there are none.</summary>
    public static bool Read(ProcSource source, BlockTaker take) => Read(source, starts: null, take);

    /// <summary>
    /// Reads blocks whose first lines <paramref name="starts"/> tells; false where there are none. What comes before the first of them is a
    /// block too.
    /// </summary>
    public static bool Read(ProcSource source, BlockStart? starts, BlockTaker take)
    {
        using LineReader lines = source.OpenLines();
        var block = new ArrayBufferWriter<byte>(UsualSize);
        int firstLine = 0;
        Errno error;
        while (lines.Next(out error))
        {
            bool isBetween = starts is null && lines.Line.IsEmpty;
            if (block.WrittenCount > 0 && (isBetween || starts?.Invoke(lines.Line) == true))
            {
                if (!Take(block.WrittenSpan, firstLine, source, take))
                {
                    return true;
                }

                block.ResetWrittenCount();
            }

            if (!isBetween)
            {
                firstLine = block.WrittenCount == 0 ? lines.LineNumber : firstLine;
                block.Write(lines.Line);
                block.Write("\n"u8);
            }
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }

        if (block.WrittenCount > 0)
        {
            Take(block.WrittenSpan, firstLine, source, take);
        }

        return firstLine > 0;
    }

    /// <summary>Reads blocks of keys and values, each an object.</summary>
    /// <param name="source">The file.</param>
    /// <param name="create">Makes the object of a block.</param>
    /// <param name="form">What a block has to hold, for the error about one that does not.</param>
    /// <param name="emit">Takes an object; false where no other is wanted.</param>
    /// <param name="starts">Tells the first lines of blocks; null where empty lines lie between blocks.</param>
    public static void ReadKeyValues<T>(ProcSource source, Func<ProcSource, T> create, string form, Func<T, bool> emit, BlockStart? starts = null)
        where T : class, IFields =>
        Read(source, starts, (block, firstLine) =>
        {
            T target = create(source);
            KeyValues.Read(block, target, source);
            return target.IsWhole ? emit(target) : throw source.Malformed(firstLine, FirstLine(block), form);
        });

    /// <summary>The first line of a block.</summary>
    public static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> block) => block[..block.IndexOf((byte)'\n')];

    private static bool Take(ReadOnlySpan<byte> block, int firstLine, ProcSource source, BlockTaker take)
    {
        try
        {
            return take(block, firstLine);
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.Malformed)
        {
            source.Report(error);
            return true;
        }
    }
}
