using System.Buffers;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Grammar;

/// <summary>Receives a block of a file; returns false to stop.</summary>
/// <param name="block">The lines of the block, each with its newline.</param>
/// <param name="firstLine">The number of its first line, counted from 1.</param>
internal delegate bool BlockTaker(ReadOnlySpan<byte> block, int firstLine);

/// <summary>Recognizes the first line of a block.</summary>
internal delegate bool BlockStart(ReadOnlySpan<byte> line);

/// <summary>
/// The grammar of a file of blocks of lines, separated by empty lines or each beginning with a line of its own format. Blocks are returned as they are read. A
/// malformed block is reported, and the others are still returned.
/// </summary>
internal static class Blocks
{
    private const int UsualSize = 1024;

    /// <summary>Reads blocks separated by empty lines; false if there are none.</summary>
    public static bool Read(ProcSource source, BlockTaker take) => Read(source, starts: null, take);

    /// <summary>
    /// Reads blocks whose first lines <paramref name="starts"/> recognizes; false if there are none. The text before the first of them is a block too.
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
    /// <param name="create">Creates the object of a block.</param>
    /// <param name="form">The format of a block, for the error about a malformed one.</param>
    /// <param name="emit">Receives an object; returns false to stop.</param>
    /// <param name="starts">Recognizes the first lines of blocks; null if empty lines separate the blocks.</param>
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
