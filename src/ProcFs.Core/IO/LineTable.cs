using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>Reads a file that holds one row a line. A line that is not of the file's form is reported, and the others still come.</summary>
internal static class LineTable
{
    /// <summary>The reader that gives each line to <paramref name="parse"/>.</summary>
    public static RowReader<T> ReaderOf<T>(LineParser<T> parse, string expected)
        where T : class =>
        ReaderOf<T>((line, _, source) => parse(line, source), expected);

    /// <inheritdoc cref="ReaderOf{T}(LineParser{T}, string)"/>
    public static RowReader<T> ReaderOf<T>(NumberedLineParser<T> parse, string expected)
        where T : class =>
        (source, emit) =>
        {
            using LineReader lines = source.OpenLines();
            Errno error;
            while (lines.Next(out error))
            {
                if (parse(lines.Line, lines.LineNumber, source) is { } row)
                {
                    emit(row);
                }
                else
                {
                    source.Report(source.Malformed(lines.LineNumber, lines.Line, expected));
                }
            }

            if (error != Errno.None)
            {
                throw ProcException.FromError(error, source.Path);
            }
        };

    /// <summary>The rows of a value that holds one a line.</summary>
    public static T[] ParseAll<T>(ReadOnlySpan<byte> text, ProcSource source, LineParser<T> parse, string expected)
        where T : class
    {
        var rows = new List<T>();
        var lines = new Text.FieldScanner(text);
        for (int lineNumber = 1; !lines.Rest.IsEmpty; lineNumber++)
        {
            ReadOnlySpan<byte> line = lines.NextUntil((byte)'\n');
            rows.Add(parse(line, source) ?? throw source.Malformed(lineNumber, line, expected));
        }

        return [.. rows];
    }
}
