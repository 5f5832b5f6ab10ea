using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/schedstat</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/schedstat</c>: what the scheduler gave and kept back. That of a process is
/// its first thread's. A kernel without CONFIG_SCHED_INFO writes zeros. Source: Documentation/scheduler/sched-stats.rst.
/// </summary>
public sealed class ProcessSchedStat : IRecord<ProcessSchedStat>
{
    private const long NanosecondsPerTick = 100;

    private ProcessSchedStat()
    {
    }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The thread, where it is read of one; null for the process, whose first thread stands for it.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>Its full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>When it started; null where that cannot be known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>Time spent on a CPU.</summary>
    [Unit(Unit.Duration)] public required TimeSpan RunTime { get; init; }

    /// <summary>Time spent ready to run, waiting for a CPU.</summary>
    [Unit(Unit.Duration)] public required TimeSpan WaitTime { get; init; }

    /// <summary>How often it was put on a CPU.</summary>
    public required long TimeSlices { get; init; }

    internal static View View => new(
        typeof(ProcessSchedStat),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(RunTime), 14),
        new(nameof(WaitTime), 14),
        new(nameof(TimeSlices), 12));

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">The line is not of the file's form.</exception>
    public static ProcessSchedStat Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        var fields = new FieldScanner(line);
        if (!Number.TryUInt64(fields.Next(), out ulong runTime)
            || !Number.TryUInt64(fields.Next(), out ulong waitTime)
            || !fields.TryInt64(out long slices))
        {
            throw source.Malformed(1, line, "two times and a number of time slices");
        }

        return new ProcessSchedStat
        {
            ProcessId = source.ProcessId ?? 0,
            ThreadId = source.ThreadId,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
            RunTime = OfNanoseconds(runTime),
            WaitTime = OfNanoseconds(waitTime),
            TimeSlices = slices,
        };
    }

    private static TimeSpan OfNanoseconds(ulong value) => new((long)(value / (ulong)NanosecondsPerTick));
}
