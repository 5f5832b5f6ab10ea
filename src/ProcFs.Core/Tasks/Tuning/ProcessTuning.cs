namespace ProcFs;

/// <summary>What is to be set of a process. What is null stays as it is.</summary>
public sealed class ProcessTuning
{
    /// <summary>The OOM score adjustment, from -1000 (never killed) to 1000 (killed first).</summary>
    public int? OomScoreAdj { get; init; }

    /// <summary>Which kinds of memory a core dump holds.</summary>
    public CoreDumpFilter? CoredumpFilter { get; init; }

    /// <summary>How late timers of its first thread may fire; zero sets what the thread had at its start.</summary>
    public TimeSpan? TimerSlack { get; init; }

    /// <summary>The nice value of the autogroup of the session, from 19 (low priority) to -20 (high priority).</summary>
    public int? Autogroup { get; init; }

    /// <summary>The name of a thread. The kernel keeps 15 bytes of it, and lets a process name its own threads alone.</summary>
    public string? ThreadName { get; init; }

    /// <summary>The thread that <see cref="ThreadName"/> is for; null for the first.</summary>
    public int? ThreadId { get; init; }

    /// <summary>The page bits to clear.</summary>
    public PageMarks? ClearReferenced { get; init; }

    /// <summary>The values to be written, by the names of the files under <c>/proc/&lt;pid&gt;</c>, in the order of writing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Writes =>
    [
        .. Of("oom_score_adj", OomScoreAdj),
        .. Of("coredump_filter", CoredumpFilter),
        .. Of("timerslack_ns", TimerSlack),
        .. Of("autogroup", Autogroup),
        .. Of(ThreadId is null ? "comm" : $"task/{ThreadId}/comm", ThreadName),
        .. Of("clear_refs", ClearReferenced),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Of(string file, object? value) =>
        value is null ? [] : [new(file, ParameterText.Of(value, ((ParameterEntry)Catalog.Find($"0/{file}")!).Form))];
}
