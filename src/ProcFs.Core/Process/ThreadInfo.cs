namespace ProcFs;

/// <summary>Models the folder <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;</c>: a thread, as its <c>stat</c> tells of it.</summary>
public sealed class ThreadInfo
{
    private ThreadInfo()
    {
    }

    /// <summary>The process that it belongs to.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The id of the thread.</summary>
    public required int ThreadId { get; init; }

    /// <summary>The thread's own name: up to 15 bytes, exact.</summary>
    public required string Name { get; init; }

    /// <summary>When it started; null where the start of the machine is not known.</summary>
    public required DateTimeOffset? StartTime { get; init; }

    /// <summary>What it is doing.</summary>
    public required ProcessState State { get; init; }

    /// <summary>CPU time used in user mode.</summary>
    public required TimeSpan UserTime { get; init; }

    /// <summary>CPU time used in the kernel.</summary>
    public required TimeSpan SystemTime { get; init; }

    /// <summary>The CPU it ran on last.</summary>
    public required int? Processor { get; init; }

    /// <summary>The nice value, from 19 (low) to -20 (high).</summary>
    public required int Nice { get; init; }

    /// <summary>How the scheduler picks it.</summary>
    public required SchedulingPolicy? Policy { get; init; }

    /// <summary>Reads one thread through its folder.</summary>
    internal static ThreadInfo Read(ProcessDirectory thread)
    {
        var source = new ProcSource(thread, "stat");
        var stat = ProcessStat.Parse(source.ReadAll(thread.Scope.File), source);
        return new ThreadInfo
        {
            ProcessId = thread.ProcessId,
            ThreadId = stat.ThreadId,
            Name = stat.Comm,
            StartTime = stat.StartTime,
            State = stat.State,
            UserTime = stat.UserTime,
            SystemTime = stat.SystemTime,
            Processor = stat.Processor,
            Nice = stat.Nice,
            Policy = stat.Policy,
        };
    }
}
