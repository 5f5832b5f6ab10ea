using ProcFs.Interop;

namespace ProcFs;

/// <summary>Reads one file, or one folder of like things, of each selected process, as the catalog says it is read.</summary>
public static class ProcessFile
{
    /// <summary>The rows of a table or folder such as <c>maps</c> or <c>fd</c>.</summary>
    /// <typeparam name="T">The type that the catalog gives the rows.</typeparam>
    public static IEnumerable<Outcome<T>> ReadRows<T>(
        ProcessSelection selection,
        string file,
        ReadSummary summary,
        CancellationToken cancellation = default)
        where T : class
    {
        RowReader<object> read = EntryOf(file).ReadRows ?? throw new ArgumentException($"{file} has no rows.", nameof(file));
        return ProcessReading.Run<T>(
            selection,
            file,
            (process, emit, report) =>
            {
                bool any = false;
                read(new ProcSource(process, file) { Report = report }, row =>
                {
                    any = true;
                    emit((T)row);
                });
                return any ? Errno.None : Errno.ENODATA;
            },
            summary,
            cancellation);
    }

    /// <summary>The object that a file such as <c>status</c> or <c>io</c> holds.</summary>
    /// <typeparam name="T">The type that the catalog gives the file.</typeparam>
    public static IEnumerable<Outcome<T>> ReadRecord<T>(
        ProcessSelection selection,
        string file,
        ReadSummary summary,
        CancellationToken cancellation = default)
        where T : class
    {
        RecordParser<object> parse = EntryOf(file).Parse ?? throw new ArgumentException($"{file} is no record.", nameof(file));
        return ProcessReading.Run<T>(
            selection,
            file,
            (process, emit) =>
            {
                Errno error = process.Scope.File.ReadFile(process.Handle, file);
                if (error == Errno.None)
                {
                    emit((T)parse(process.Scope.File.Bytes, new ProcSource(process, file)));
                }

                return error;
            },
            summary,
            cancellation);
    }

    private static CatalogEntry EntryOf(string file) =>
        Catalog.Find($"0/{file}") ?? throw new ArgumentException($"{file} is no file of a process.", nameof(file));
}
