using System.Buffers.Text;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>Makes the row that a line holds, where the line's number, counted from 1, is a part of it; null for a line that is not of the file's form.</summary>
internal delegate T? NumberedLineParser<out T>(ReadOnlySpan<byte> line, int lineNumber, ProcSource source)
    where T : class;

/// <summary>Tells lines of a kind from others.</summary>
internal delegate bool LineTest(ReadOnlySpan<byte> line);

/// <summary>Takes a line that is no row.</summary>
internal delegate void LineTaker(ReadOnlySpan<byte> line);

/// <summary>Makes the row that a line holds; null for a line that is not of the file's form.</summary>
internal delegate T? LineParser<out T>(ReadOnlySpan<byte> line, ProcSource source)
    where T : class;

/// <summary>
/// The grammar of a file that holds one row a line. A line that is not of the file's form is reported, and the others still come.
/// </summary>
internal static class Lines
{
    /// <summary>Hands each row over, until one is answered with false.</summary>
    public static void Read<T>(ProcSource source, Func<T, bool> emit)
        where T : class, ILine<T> =>
        Read(source, static (line, _, from) => T.Parse(line, from), T.Form, emit);

    /// <inheritdoc cref="Read{T}(ProcSource, Func{T, bool})"/>
    public static void Read<T>(ProcSource source, NumberedLineParser<T> parse, string form, Func<T, bool> emit)
        where T : class =>
        ReadBelow(source, default, parse, form, emit);

    /// <summary>Does the same below a first line that begins as <paramref name="header"/> does; the file may lack that line.</summary>
    public static void ReadBelow<T>(ProcSource source, ReadOnlySpan<byte> header, NumberedLineParser<T> parse, string form, Func<T, bool> emit)
        where T : class
    {
        using LineReader lines = source.OpenLines();
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.LineNumber == 1 && !header.IsEmpty && lines.Line.StartsWith(header))
            {
                continue;
            }

            if (Parse(lines, source, parse) is not { } row)
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

    /// <summary>Hands the rows of a file over that has headings between them, which <paramref name="isHeading"/> tells. Empty lines are passed over.</summary>
    public static void ReadSections<T>(ProcSource source, LineTest isHeading, LineTaker takeHeading, LineParser<T> parse, string form, Func<T, bool> emit)
        where T : class
    {
        using LineReader lines = source.OpenLines();
        Errno error;
        while (lines.Next(out error))
        {
            if (lines.Line.IsEmpty)
            {
                continue;
            }

            if (isHeading(lines.Line))
            {
                takeHeading(lines.Line);
            }
            else if (Parse(lines, source, (line, _, from) => parse(line, from)) is not { } row)
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
            if (T.Parse(lines.Line, source) is { } row)
            {
                rows.Add(row);
            }
            else
            {
                source.Report(source.Malformed(lines.Number, lines.Line, T.Form));
            }
        }

        return [.. rows];
    }

    /// <summary>Fills <paramref name="target"/> with fields that have numbers in place of names; false where the line has fewer than <paramref name="fewest"/>.</summary>
    /// <param name="line">The line, or the part of it that the fields are in.</param>
    /// <param name="target">The object.</param>
    /// <param name="source">Where the line comes from.</param>
    /// <param name="fewest">How many fields there have to be.</param>
    /// <param name="first">The number of the first field. A field behind those that the object knows is kept under its number.</param>
    public static bool ReadFields(ReadOnlySpan<byte> line, IFields target, ProcSource source, int fewest, int first = 1)
    {
        int number = first;
        var scanner = new FieldScanner(line);
        for (ReadOnlySpan<byte> field = scanner.Next(); !field.IsEmpty; field = scanner.Next())
        {
            if (!target.Set(number, field, source))
            {
                Keep(number, field, target, source);
            }

            number++;
        }

        return number - first >= fewest;
    }

    // What a line holds beyond all that its reader knows of it makes it a line that is not of the file's form.
    private static T? Parse<T>(LineReader lines, ProcSource source, NumberedLineParser<T> parse)
        where T : class
    {
        try
        {
            return parse(lines.Line, lines.LineNumber, source);
        }
        catch (Exception error) when (ProcException.IsUnforeseen(error))
        {
            return null;
        }
    }

    private static void Keep(int number, ReadOnlySpan<byte> field, IFields target, ProcSource source)
    {
        Span<byte> name = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, name, out int length);
        target.Keep(name[..length], field, source);
    }
}
