using ProcFs.Interop;

namespace ProcFs;

/// <summary>Creates an object from <c>stat</c>, <c>status</c> and <c>cmdline</c>; <paramref name="process"/> is open for further reads.</summary>
internal delegate T ProcessInfoMaker<T>(ProcessDirectory process, ProcessStat stat, ProcessStatus status, CommandLineText commandLine);

/// <summary>Reads processes and their threads: <c>stat</c>, <c>status</c> and <c>cmdline</c>, each once and through one descriptor.</summary>
internal static class ProcessInfoReader
{
    /// <summary>One process.</summary>
    public static T Read<T>(ProcessDirectory process, ProcessInfoMaker<T> make) => Read(process, commandLine: null, make);

    /// <summary>Reads one process and, if requested, its threads after it. A thread that ends meanwhile is left out.</summary>
    public static Errno Read<T>(ProcessDirectory process, bool includeThreads, ProcessInfoMaker<T> make, Action<T> emit)
        where T : ProcessInfo
    {
        T whole = Read(process, make);
        emit(whole);
        if (!includeThreads)
        {
            return Errno.None;
        }

        CommandLineText commandLine = new(whole.CommandLine, whole.Unavailable.TryGetValue(nameof(whole.CommandLine), out UnavailableReason reason) ? reason : null);
        foreach (int threadId in process.ReadThreadIds(out _))
        {
            using ProcessDirectory? thread = process.OpenThread(threadId, out _);
            if (thread is not null && TryRead(thread, commandLine, make) is { } part)
            {
                emit(part);
            }
        }

        return Errno.None;
    }

    private static T? TryRead<T>(ProcessDirectory thread, CommandLineText commandLine, ProcessInfoMaker<T> make)
        where T : class
    {
        try
        {
            return Read(thread, commandLine, make);
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound)
        {
            return null;
        }
    }

    private static T Read<T>(ProcessDirectory process, CommandLineText? commandLine, ProcessInfoMaker<T> make)
    {
        var source = new ProcSource(process, "stat");
        var stat = ProcessStat.Parse(source.ReadRecord(process.Scope.File), source);
        return make(process, stat, ProcessStatus.ReadOrMissing(process), commandLine ?? CommandLineText.Read(process));
    }
}
