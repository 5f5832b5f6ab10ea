namespace ProcFs;

/// <summary>
/// Reads the files of the machine, or of a process or thread. Where the first thread of a process has exited and left its files to root or to
/// nobody, a thread that lives stands in for it.
/// </summary>
internal static class FileReading
{
    /// <summary>Reads an object.</summary>
    /// <param name="process">The process or thread whose file it is; null for a file of the machine.</param>
    /// <param name="sourceOf">Names the file, of the process or of what stands in for it.</param>
    /// <param name="read">Makes the object.</param>
    public static T Read<T>(ProcessDirectory? process, Func<ProcessDirectory?, ProcSource> sourceOf, Func<ProcSource, T> read)
    {
        try
        {
            return read(sourceOf(process));
        }
        catch (ProcException error) when (IsLeftBehind(error) && process is not null)
        {
            using ProcessDirectory? thread = process.OpenLivingThread();
            if (thread is null)
            {
                throw;
            }

            return read(sourceOf(thread));
        }
    }

    /// <summary>Reads rows, until one is answered with false.</summary>
    public static void ReadRows<T>(
        ProcessDirectory? process,
        Func<ProcessDirectory?, ProcSource> sourceOf,
        RowReader<T> read,
        Func<T, bool> emit)
    {
        bool any = false;
        ProcException? failure = null;
        try
        {
            read(sourceOf(process), row =>
            {
                any = true;
                return emit(row);
            });
        }
        catch (ProcException error) when (!any && IsLeftBehind(error))
        {
            failure = error;
        }

        using ProcessDirectory? thread = any ? null : process?.OpenLivingThread();
        if (thread is not null)
        {
            read(sourceOf(thread), emit);
        }
        else if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>Reads the rows of all <paramref name="tables"/>. That one of several is not there is an error only where none is.</summary>
    public static void ReadTables<T>(CatalogEntry[] tables, Func<string, ProcSource> sourceOf, Func<T, bool> emit)
        where T : class, IRow<T>
    {
        ProcException? missing = null;
        bool any = false;
        foreach (CatalogEntry table in tables)
        {
            try
            {
                ((TypedTable<T>)table).Read(sourceOf(table.File), emit);
                any = true;
            }
            catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound && tables.Length > 1)
            {
                missing ??= error;
            }
        }

        if (!any && missing is not null)
        {
            throw missing;
        }
    }

    /// <summary>Reads the rows of all <paramref name="tables"/> of a process; a file that threads alone have is read of each of them.</summary>
    public static void ReadTables<T>(ProcessDirectory process, CatalogEntry[] tables, Action<ProcException> report, Func<T, bool> emit)
        where T : class, IRow<T>
    {
        if (process.ThreadId is not null || !tables[0].IsOfThread)
        {
            ReadTables(tables, file => new ProcSource(process, file) { Report = report }, emit);
            return;
        }

        bool goesOn = true;
        foreach (int id in process.ReadThreadIds(out _))
        {
            using ProcessDirectory? thread = goesOn ? process.OpenThread(id, out _) : null;
            if (thread is not null)
            {
                ReadTables<T>(tables, file => new ProcSource(thread, file) { Report = report }, row => goesOn = emit(row));
            }
        }
    }

    /// <summary>Hands over what a reading of rows brings: each row, and each error.</summary>
    /// <param name="read">Reads the rows, given where to report what is wrong with one of them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static IEnumerable<Outcome<T>> Stream<T>(Action<Action<ProcException>, Func<T, bool>> read, CancellationToken cancellation)
        where T : class =>
        IO.ReadAhead.Run<Outcome<T>>(
            (emit, stop) =>
            {
                try
                {
                    read(
                        error => emit(Outcome<T>.Failed(error)),
                        row =>
                        {
                            emit(Outcome<T>.Of(row));
                            return !stop.IsCancellationRequested;
                        });
                }
                catch (ProcException error)
                {
                    emit(Outcome<T>.Failed(error));
                }

                stop.ThrowIfCancellationRequested();
            },
            cancellation);

    private static bool IsLeftBehind(ProcException error) => error.Kind is ProcErrorKind.NotFound or ProcErrorKind.AccessDenied;
}
