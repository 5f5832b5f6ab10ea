using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/schedstat</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/schedstat</c>: the run time and wait time of a task, which for a process is
/// its first thread. A kernel without CONFIG_SCHED_INFO writes zeros. Source: Documentation/scheduler/sched-stats.rst.
/// </summary>
[Fields]
public sealed partial class ProcessSchedStat : IRecord<ProcessSchedStat>
{
    private const int Columns = 3;

    private ProcessSchedStat()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The id of the thread, if read for one; null for the process, which is represented by its first thread.</summary>
    public required int? ThreadId { get; init; }

    /// <summary>The full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start time; null if it is unknown.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>Time spent on a CPU.</summary>
    [Field(1, Scale.Nanoseconds)] public TimeSpan? RunTime { get; private set; }

    /// <summary>Time spent waiting for a CPU.</summary>
    [Field(2, Scale.Nanoseconds)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>The number of time slices run.</summary>
    [Field(3)] public long? TimeSlices { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessSchedStat),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(RunTime), 14),
        new(nameof(WaitTime), 14),
        new(nameof(TimeSlices), 12));

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line has fewer columns.</exception>
    public static ProcessSchedStat Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.TrimEnd((byte)'\n');
        var stat = new ProcessSchedStat
        {
            ProcessId = source.ProcessId ?? 0,
            ThreadId = source.ThreadId,
            ProcessName = source.ProcessName ?? "",
            StartTime = source.StartTime,
        };
        return Lines.ReadFields(line, stat, source, Columns) ? stat : throw source.Malformed(1, line, "two times and a number of time slices");
    }
}
