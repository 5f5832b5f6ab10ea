using System.Diagnostics;
using ProcFs.Grammar;

namespace ProcFs.Usage;

/// <summary>The counters of a process or thread, all read through one descriptor.</summary>
[Fields]
internal sealed partial class UsageSample
{
    public required int ProcessId { get; init; }

    /// <summary>The id of the thread; null for a process.</summary>
    public required int? ThreadId { get; init; }

    public required string ProcessName { get; init; }

    public required string? ThreadName { get; init; }

    /// <summary>The start time, in ticks since boot; together with the id, it identifies the task.</summary>
    [Field(22)] public ulong StartTicks { get; private set; }

    /// <summary>The time of reading on the monotonic clock: half way between the start of its first read and the end of its last one.</summary>
    public long Timestamp { get; set; }

    [Field(14)] public ulong UserTicks { get; private set; }

    [Field(15)] public ulong SystemTicks { get; private set; }

    [Field(43)] public ulong? GuestTicks { get; private set; }

    [Field(10)] public ulong MinorFaults { get; private set; }

    [Field(12)] public ulong MajorFaults { get; private set; }

    [Field(39)] public int? Processor { get; private set; }

    [Field(20)] public int Threads { get; private set; }

    public long? VirtualSize { get; set; }

    public long? ResidentSize { get; set; }

    public IoCounters Io { get; set; }

    /// <summary>The counters of its threads, in the order of their ids.</summary>
    public TaskCounters[] Tasks { get; set; } = [];

    /// <summary>The time since an earlier moment on the monotonic clock.</summary>
    public TimeSpan Since(long timestamp) => Stopwatch.GetElapsedTime(timestamp, Timestamp);
}
