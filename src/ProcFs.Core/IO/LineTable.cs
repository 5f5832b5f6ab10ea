using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>Reads a file that holds one row a line. A line that is not of the file's form is reported, and the others still come.</summary>
internal static class LineTable
{
    /// <summary>The reader that gives each line to <paramref name="parse"/>.</summary>
    public static RowReader<T> ReaderOf<T>(LineParser<T> parse, string expected)
        where T : class =>
        (source, emit) =>
        {
            using LineReader lines = source.OpenLines();
            Errno error;
            while (lines.Next(out error))
            {
                if (parse(lines.Line, source) is { } row)
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
}
