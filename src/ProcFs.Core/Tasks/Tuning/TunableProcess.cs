using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// A process whose settings can be changed. It is identified by its id and start time, and all writes are relative to one directory whose start time was compared,
/// so that another process that reuses the id is never changed.
/// </summary>
public sealed class TunableProcess
{
    // System.Diagnostics.Process computes the boot time with fractions of a second; /proc/stat has whole seconds.
    private static readonly TimeSpan s_foreignTolerance = TimeSpan.FromSeconds(1);

    // Except for root, the kernel accepts a change of an autogroup every tenth of a second (kernel/sched/autogroup.c).
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(25);

    private readonly ProcRoot _root;
    private readonly ulong _startTicks;
    private readonly ReadScope _scope = new();

    private TunableProcess(ProcessDirectory process, ProcessIdentity identity)
    {
        _root = process.Root;
        _startTicks = identity.StartTicks;
        ProcessId = process.ProcessId;
        Name = identity.Name;
        StartTime = identity.StartTime;
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name as shown by Get-Process.</summary>
    public string Name { get; }

    /// <summary>The start time; null if the boot time is unknown.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>The process, in one line: <c>1234 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfProcess(ProcessId, Name);

    /// <summary>The selected processes.</summary>
    /// <param name="selection">The processes.</param>
    /// <param name="startTime">The required start time of the processes; null if their ids or names suffice. A time that the kernel cannot have counted, such as
    /// that of System.Diagnostics.Process, can differ by a second.</param>
    /// <param name="threadId">The thread that has that start time; null for the process.</param>
    /// <param name="summary">Counts the processes that were left out.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static IEnumerable<Outcome<TunableProcess>> Find(
        ProcessSelection selection,
        DateTimeOffset? startTime,
        int? threadId,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<TunableProcess>(
            selection,
            "stat",
            (process, emit) =>
            {
                if (process.Identity is not { } identity)
                {
                    return Errno.ESRCH;
                }

                if (startTime is { } expected)
                {
                    Compare(process, identity, threadId, expected);
                }

                emit(new TunableProcess(process, identity));
                return Errno.None;
            },
            summary,
            cancellation);

    /// <summary>Writes each value with one write(2). Values that the kernel rejects are in the result; the others are still written.</summary>
    /// <exception cref="ProcException">The process has ended; nothing was written.</exception>
    public IReadOnlyList<ProcException> Write(ProcessTuning tuning, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tuning);
        using ProcessDirectory process = Open();
        var errors = new List<ProcException>();
        foreach ((string file, string value) in tuning.Writes)
        {
            try
            {
                Write(process, file, value, cancellation);
            }
            catch (ProcException error)
            {
                errors.Add(error);
            }
        }

        return errors;
    }

    /// <summary>Reads the current settings.</summary>
    /// <exception cref="ProcException">Reads the sockets of network namespaces, each through a process in it, or by entering it.</exception>
    public ProcessTunables Read()
    {
        using ProcessDirectory process = Open();
        return ProcessTunables.Read(process);
    }

    private static void Compare(ProcessDirectory process, ProcessIdentity identity, int? threadId, DateTimeOffset expected)
    {
        ProcessIdentity? compared = identity;
        if (threadId is { } id && id != process.ProcessId)
        {
            using ProcessDirectory thread = process.OpenThread(id, out _) ?? throw NoThread(process, id);
            compared = thread.Identity;
        }

        if (compared?.StartTime is not { } actual || !IsSame(process.Root.Facts, actual, expected))
        {
            throw Gone(process.Root, process.ProcessId, expected, compared);
        }
    }

    private static bool IsSame(SystemFacts facts, DateTimeOffset actual, DateTimeOffset expected)
    {
        long tick = TimeSpan.TicksPerSecond / facts.TicksPerSecond;
        bool isCounted = tick > 0 && (expected - actual).Ticks % tick == 0;
        return isCounted ? actual == expected : (expected - actual).Duration() <= s_foreignTolerance;
    }

    private static ProcException NoThread(ProcessDirectory process, int threadId) =>
        new(ProcErrorKind.NotFound, $"{process.Path}/task/{threadId}", $"{process.Path}/task/{threadId}: process {process.ProcessId} has no such thread. Nothing was written.");

    private static ProcException Gone(ProcRoot root, int id, DateTimeOffset? expected, ProcessIdentity? now)
    {
        string was = expected is { } time ? $", which started at {time:yyyy-MM-dd HH:mm:ss.ff zzz}," : "";
        string has = now is null ? "" : $" The id now belongs to {now.Name}{(now.StartTime is { } start ? $", which started at {start:yyyy-MM-dd HH:mm:ss.ff zzz}" : "")}.";
        return new ProcException(ProcErrorKind.NotFound, $"{root}/{id}", $"Process {id}{was} has ended.{has} Nothing was written.");
    }

    // From here on, the directory is that of one process, even if the id is reused.
    private ProcessDirectory Open()
    {
        var process = ProcessDirectory.Open(_root, ProcessId, _scope, out Errno error);
        if (process is null)
        {
            throw error == Errno.ENOENT ? Gone(_root, ProcessId, StartTime, now: null) : ProcException.FromError(error, _root, $"{ProcessId}");
        }

        if (process.Identity?.StartTicks == _startTicks)
        {
            return process;
        }

        using (process)
        {
            throw Gone(_root, ProcessId, StartTime, process.Identity);
        }
    }

    private void Write(ProcessDirectory process, string file, string value, CancellationToken cancellation)
    {
        string path = $"{process.Path}/{file}";
        bool isReadable = Catalog.Find($"0/{file}")?.Access != Access.Write;
        for (TimeSpan waited = default; ; waited += s_pause)
        {
            try
            {
                ParameterFile.Write(process.Handle, file, _root, $"{process.RelativePath}/{file}", value, isReadable ? _scope.File : null);
                return;
            }
            catch (ProcException error) when (error.ErrorNumber == (int)Errno.EAGAIN && waited < s_longestWait)
            {
                cancellation.WaitHandle.WaitOne(s_pause);
                cancellation.ThrowIfCancellationRequested();
            }
            catch (ProcException error) when (error.ErrorNumber is (int)Errno.ENOENT or (int)Errno.ESRCH)
            {
                throw file.StartsWith("task/", StringComparison.Ordinal)
                    ? new ProcException(ProcErrorKind.NotFound, path, $"{path}: process {ProcessId} has no such thread.")
                    : ProcessReading.WhyMissing(_root, ProcessId, file, _scope);
            }
        }
    }
}
