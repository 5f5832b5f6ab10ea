using System.Buffers.Text;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs.Grammar;

/// <summary>Parses the row of a line, of which the line number, counted from 1, is a part; null for a malformed line.</summary>
internal delegate T? NumberedLineParser<out T>(ReadOnlySpan<byte> line, int lineNumber, ProcSource source)
    where T : class;

/// <summary>Recognizes lines of a kind.</summary>
internal delegate bool LineTest(ReadOnlySpan<byte> line);

/// <summary>Receives a line that is not a row.</summary>
internal delegate void LineTaker(ReadOnlySpan<byte> line);

/// <summary>Parses the row of a line; null for a malformed line.</summary>
internal delegate T? LineParser<out T>(ReadOnlySpan<byte> line, ProcSource source)
    where T : class;

/// <summary>The grammar of a file with one row per line. A malformed line is reported, and the others are still returned.</summary>
internal static class Lines
{
    /// <summary>Passes on each row, until the receiver returns false.</summary>
    public static void Read<T>(ProcSource source, Func<T, bool> emit)
        where T : class, ILine<T> =>
        Read(source, static (line, _, from) => T.Parse(line, from), T.Form, emit);

    /// <inheritdoc cref="Read{T}(ProcSource, Func{T, bool})"/>
    public static void Read<T>(ProcSource source, NumberedLineParser<T> parse, string form, Func<T, bool> emit)
        where T : class =>
        ReadBelow(source, default, parse, form, emit);

    /// <summary>Does the same below a first line that begins with <paramref name="header"/>; the file can lack that line.</summary>
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

    /// <summary>Passes on the rows of a file with headings between them, which <paramref name="isHeading"/> recognizes. Empty lines are skipped.</summary>
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

    /// <summary>The rows of a text with one per line.</summary>
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

    /// <summary>Fills <paramref name="target"/> with numbered fields; false if the line has fewer than <paramref name="fewest"/>.</summary>
    /// <param name="line">The line, or the part of it with the fields.</param>
    /// <param name="target">The object.</param>
    /// <param name="source">The source of the line.</param>
    /// <param name="fewest">The minimum number of fields.</param>
    /// <param name="first">The number of the first field. A field after the known ones is kept by its number.</param>
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

    // Content beyond what the reader handles makes a line malformed.
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
