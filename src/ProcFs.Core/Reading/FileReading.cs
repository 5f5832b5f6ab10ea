namespace ProcFs;

/// <summary>
/// Reads the files of the machine, or of a process or thread. If the first thread of a process has exited and left its files to root or to nobody, a live thread is
/// read instead.
/// </summary>
internal static class FileReading
{
    /// <summary>Reads an object.</summary>
    /// <param name="process">The process or thread of the file; null for a file of the machine.</param>
    /// <param name="sourceOf">Creates the source of the file, for the process or the thread read instead.</param>
    /// <param name="read">Parses the object.</param>
    public static T Read<T>(ProcessDirectory? process, Func<ProcessDirectory?, ProcSource> sourceOf, Func<ProcSource, T> read)
    {
        try
        {
            return ReadForeseen(sourceOf(process), read);
        }
        catch (ProcException error) when (IsLeftBehind(error) && process is not null)
        {
            using ProcessDirectory? thread = process.OpenLivingThread();
            if (thread is null)
            {
                throw;
            }

            return ReadForeseen(sourceOf(thread), read);
        }
    }

    /// <summary>Reads an object. An unexpected exception of its reader becomes a failure to read the file.</summary>
    public static T ReadForeseen<T>(ProcSource source, Func<ProcSource, T> read)
    {
        try
        {
            return read(source);
        }
        catch (Exception error) when (ProcException.IsUnforeseen(error))
        {
            throw ProcException.Unforeseen(error, source.Path);
        }
    }

    /// <summary>Reads rows, until the receiver returns false.</summary>
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
            ReadForeseen(sourceOf(process), read, row =>
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
            ReadForeseen(sourceOf(thread), read, emit);
        }
        else if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>Reads the rows of all <paramref name="tables"/>. A missing table is an error only if all are missing.</summary>
    public static void ReadTables<T>(CatalogEntry[] tables, Func<string, ProcSource> sourceOf, Func<T, bool> emit)
        where T : class, IRow<T>
    {
        ProcException? missing = null;
        bool any = false;
        foreach (CatalogEntry table in tables)
        {
            try
            {
                ReadForeseen<T>(sourceOf(table.File), ((TypedTable<T>)table).Read, emit);
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

    /// <summary>Reads the rows of all <paramref name="tables"/> of a process; a file that only threads have is read for each of them.</summary>
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

    /// <summary>Passes on the results of reading rows: each row, and each error.</summary>
    /// <param name="read">Reads the rows; its argument receives errors of single rows.</param>
    /// <param name="cancellation">Cancels the reading.</param>
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

    // An exception of the receiver is not an error of the reading.
    private static void ReadForeseen<T>(ProcSource source, RowReader<T> read, Func<T, bool> emit)
    {
        bool isOfReceiver = false;
        try
        {
            read(source, row =>
            {
                isOfReceiver = true;
                bool goesOn = emit(row);
                isOfReceiver = false;
                return goesOn;
            });
        }
        catch (Exception error) when (!isOfReceiver && ProcException.IsUnforeseen(error))
        {
            throw ProcException.Unforeseen(error, source.Path);
        }
    }

    private static bool IsLeftBehind(ProcException error) => error.Kind is ProcErrorKind.NotFound or ProcErrorKind.AccessDenied;
}
