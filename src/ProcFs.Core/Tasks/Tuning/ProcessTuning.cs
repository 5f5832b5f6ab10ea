namespace ProcFs;

/// <summary>The settings of a process to change. A setting of null is left unchanged.</summary>
public sealed class ProcessTuning
{
    /// <summary>The OOM score adjustment, from -1000 (never killed) to 1000 (killed first).</summary>
    public int? OomScoreAdj { get; init; }

    /// <summary>The kinds of memory in a core dump.</summary>
    public CoreDumpFilter? CoredumpFilter { get; init; }

    /// <summary>The timer slack of the first thread; zero restores the value at its start.</summary>
    public TimeSpan? TimerSlack { get; init; }

    /// <summary>The nice value of the autogroup of the session, from 19 (low priority) to -20 (high priority).</summary>
    public int? Autogroup { get; init; }

    /// <summary>The name of a thread. The kernel keeps 15 bytes of it, and lets a process name only its own threads.</summary>
    public string? ThreadName { get; init; }

    /// <summary>The thread to name; null for the first one.</summary>
    public int? ThreadId { get; init; }

    /// <summary>The page bits to clear.</summary>
    public PageMarks? ClearReferenced { get; init; }

    /// <summary>The values to write, by the names of the files in <c>/proc/&lt;pid&gt;</c>, in the order of writing.</summary>
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
