using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>A selection of processes: by ids, by names, or all. Created by <see cref="ProcRoot.Processes()"/>.</summary>
public sealed class ProcessSelection
{
    internal ProcessSelection(ProcRoot root) => Root = root;

    /// <summary>The /proc to search.</summary>
    public ProcRoot Root { get; }

    /// <summary>The selected ids; null if none were named.</summary>
    public IReadOnlyList<int>? Ids { get; internal init; }

    /// <summary>The selected names, which can contain wildcards; null if none were named.</summary>
    public IReadOnlyList<Wildcard>? Names { get; internal init; }

    /// <summary>Whether none were named, so that ended or denied processes are not errors.</summary>
    public bool IsAll => Ids is null && Names is null;

    /// <summary>The object of a file of each process, in the order of the processes, as they are read.</summary>
    /// <param name="summary">Counts what is left out when all processes are read; null if not needed.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <typeparam name="T">The type of the objects, such as <see cref="ProcessStatus"/>.</typeparam>
    public IEnumerable<Outcome<T>> Read<T>(ReadSummary? summary = null, CancellationToken cancellation = default)
        where T : class, IRecord<T>
    {
        string file = FilesOf<T>.NameOf(FilesOf<T>.OfProcess, name: null);
        return ProcessReading.Run<T>(
            this,
            file,
            (process, emit) =>
            {
                Errno error = process.Scope.File.ReadRecord(process.Handle, file);
                if (error == Errno.None)
                {
                    emit(T.Parse(process.Scope.File.Bytes, new ProcSource(process, file)));
                }

                return error;
            },
            summary ?? new ReadSummary(),
            cancellation);
    }

    /// <summary>The rows of a table or folder of each process, in the order of the processes, as they are read.</summary>
    /// <param name="summary">Counts what is left out when all processes are read; null if not needed.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <typeparam name="T">The type of the rows, such as <see cref="Mount"/>.</typeparam>
    public IEnumerable<Outcome<T>> Rows<T>(ReadSummary? summary = null, CancellationToken cancellation = default)
        where T : class, IRow<T>
    {
        CatalogEntry[] tables = FilesOf<T>.RequireAny(FilesOf<T>.OfProcess);
        return ProcessReading.Run<T>(
            this,
            tables[0].File,
            (process, emit, report) =>
            {
                bool any = false;
                FileReading.ReadTables<T>(process, tables, report, row =>
                {
                    any = true;
                    emit(row);
                    return true;
                });
                return any ? Errno.None : Errno.ENODATA;
            },
            summary ?? new ReadSummary(),
            cancellation);
    }
}
