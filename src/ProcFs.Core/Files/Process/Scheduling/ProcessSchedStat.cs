using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/schedstat</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/schedstat</c>: what the scheduler gave and kept back. That of a process is
/// its first thread's. A kernel without CONFIG_SCHED_INFO writes zeros. Source: Documentation/scheduler/sched-stats.rst.
/// </summary>
[Fields]
public sealed partial class ProcessSchedStat : IRecord<ProcessSchedStat>
{
    private const int Columns = 3;

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
    [Field(1, Scale.Nanoseconds)] public TimeSpan? RunTime { get; private set; }

    /// <summary>Time spent ready to run, waiting for a CPU.</summary>
    [Field(2, Scale.Nanoseconds)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>How often it was put on a CPU.</summary>
    [Field(3)] public long? TimeSlices { get; private set; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessSchedStat),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(RunTime), 14),
        new(nameof(WaitTime), 14),
        new(nameof(TimeSlices), 12));

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId, ProcessName);

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
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
