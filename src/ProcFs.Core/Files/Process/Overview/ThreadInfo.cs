using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models the directory <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;</c>: a thread, according to its <c>stat</c> and <c>status</c>.</summary>
public sealed class ThreadInfo
{
    private ThreadInfo()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The id of the thread.</summary>
    public required int ThreadId { get; init; }

    /// <summary>The exact name of the thread, up to 15 bytes.</summary>
    public required string Name { get; init; }

    /// <summary>The start time; null if the boot time is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>The state.</summary>
    public required ProcessState State { get; init; }

    /// <summary>CPU time used in user mode.</summary>
    public required TimeSpan? UserTime { get; init; }

    /// <summary>CPU time used in the kernel.</summary>
    public required TimeSpan? SystemTime { get; init; }

    /// <summary>The CPU on which it last ran.</summary>
    public required int? Processor { get; init; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    public required int? Nice { get; init; }

    /// <summary>The scheduling policy.</summary>
    public required SchedulingPolicy? Policy { get; init; }

    /// <summary>The number of voluntary context switches; null if <c>status</c> cannot be read.</summary>
    public required long? VoluntarySwitches { get; init; }

    /// <summary>The number of involuntary context switches; null if <c>status</c> cannot be read.</summary>
    public required long? InvoluntarySwitches { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(ThreadInfo),
        new(nameof(ProcessId), 9),
        new(nameof(ThreadId), 8),
        new(nameof(Name), 16),
        new(nameof(State), 11),
        new(nameof(UserTime), 14),
        new(nameof(SystemTime), 14),
        new(nameof(Processor), 4) { Label = "Cpu" },
        new(nameof(Nice), 5),
        new(nameof(Policy), 10));

    internal static View ListedView => View.AsListed();

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, Name);

    /// <summary>Reads the threads of the selected processes.</summary>
    public static IEnumerable<Outcome<ThreadInfo>> Read(
        ProcessSelection selection,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<ThreadInfo>(selection, "task", ReadAll, summary, cancellation);

    /// <summary>Reads the threads of one process. A thread that ends meanwhile is left out.</summary>
    internal static Errno ReadAll(ProcessDirectory process, Action<ThreadInfo> emit)
    {
        string name = process.Name;
        List<int> threadIds = process.ReadThreadIds(out Errno error);
        foreach (int threadId in threadIds)
        {
            using ProcessDirectory? thread = process.OpenThread(threadId, out _);
            if (thread is not null && TryRead(thread, name) is { } info)
            {
                emit(info);
            }
        }

        return error;
    }

    /// <summary>Reads one thread through its directory.</summary>
    internal static ThreadInfo Read(ProcessDirectory thread, string processName)
    {
        var source = new ProcSource(thread, "stat");
        var stat = ProcessStat.Parse(source.ReadRecord(thread.Scope.File), source);
        var status = ProcessStatus.ReadOrMissing(thread);
        return new ThreadInfo
        {
            ProcessId = thread.ProcessId,
            ProcessName = processName,
            VoluntarySwitches = status.VoluntarySwitches,
            InvoluntarySwitches = status.InvoluntarySwitches,
            ThreadId = stat.ThreadId,
            Name = stat.Comm,
            StartTime = stat.StartTime,
            State = stat.State,
            UserTime = stat.UserTime,
            SystemTime = stat.SystemTime,
            Processor = stat.Processor,
            Nice = stat.Nice,
            Policy = stat.Policy,
            Unavailable = WhyMissing(stat, status),
        };
    }

    private static IReadOnlyDictionary<string, UnavailableReason> WhyMissing(
        ProcessStat stat,
        ProcessStatus status)
    {
        var fields = default(UnavailableFields);
        if (stat is not { Processor: not null, Policy: not null, StartTime: not null } || ((IFields)stat).HasMalformed)
        {
            IReadOnlyDictionary<string, UnavailableReason> missing = stat.Unavailable;
            fields.AddFrom(missing, nameof(StartTime), nameof(ProcessStat.StartTicks));
            fields.AddFrom(missing, nameof(StartTime));
            foreach (string field in (ReadOnlySpan<string>)[nameof(UserTime), nameof(SystemTime), nameof(Processor), nameof(Nice), nameof(Policy)])
            {
                fields.AddFrom(missing, field);
            }
        }

        if (status is not { VoluntarySwitches: not null, InvoluntarySwitches: not null })
        {
            IReadOnlyDictionary<string, UnavailableReason> missing = status.Unavailable;
            foreach (string field in (ReadOnlySpan<string>)[nameof(VoluntarySwitches), nameof(InvoluntarySwitches)])
            {
                fields.AddFrom(missing, field);
            }
        }

        return fields.ToDictionary();
    }

    private static ThreadInfo? TryRead(ProcessDirectory thread, string processName)
    {
        try
        {
            return Read(thread, processName);
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound)
        {
            return null;
        }
    }
}
