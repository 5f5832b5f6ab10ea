using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.IO;

/// <summary>Makes the row that a line holds, where the line's number, counted from 1, is a part of it; null for a line that is not of the file's form.</summary>
internal delegate T? NumberedLineParser<out T>(ReadOnlySpan<byte> line, int lineNumber, ProcSource source)
    where T : class;

/// <summary>Reads a file that holds one row a line. A line that is not of the file's form is reported, and the others still come.</summary>
internal static class LineTable
{
    /// <summary>Hands each row over, until one is answered with false.</summary>
    public static void Read<T>(ProcSource source, Func<T, bool> emit)
        where T : class, ILine<T> =>
        Read(source, static (line, _, from) => T.Parse(line, from), T.Form, emit);

    /// <inheritdoc cref="Read{T}(ProcSource, Func{T, bool})"/>
    public static void Read<T>(ProcSource source, NumberedLineParser<T> parse, string form, Func<T, bool> emit)
        where T : class
    {
        using LineReader lines = source.OpenLines();
        Errno error;
        while (lines.Next(out error))
        {
            if (parse(lines.Line, lines.LineNumber, source) is not { } row)
            {
                source.Report(source.Malformed(lines.LineNumber, lines.Line, form));
            }
            else if (!emit(row))
            {
                return;
            }
        }

        if (error != Errno.None)
        {
            throw source.Failure(error);
        }
    }

    /// <summary>The rows of a text that holds one a line.</summary>
    public static T[] ParseAll<T>(ReadOnlySpan<byte> text, ProcSource source)
        where T : class, ILine<T>
    {
        var rows = new List<T>();
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            rows.Add(T.Parse(lines.Line, source) ?? throw source.Malformed(lines.Number, lines.Line, T.Form));
        }

        return [.. rows];
    }
}
