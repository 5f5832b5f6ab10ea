using System.Diagnostics;

namespace ProcFs.Usage;

/// <summary>What the kernel has counted for one process or thread so far, all of it read through one descriptor.</summary>
internal sealed class UsageSample
{
    public required int ProcessId { get; init; }

    /// <summary>The thread; null for a process.</summary>
    public required int? ThreadId { get; init; }

    public required string ProcessName { get; init; }

    public required string? ThreadName { get; init; }

    /// <summary>When it started, in ticks since the machine did: with the id it tells it from all others.</summary>
    public required ulong StartTicks { get; init; }

    /// <summary>When it was read, by the monotonic clock: half way between the start of its first read and the end of its last one.</summary>
    public required long Timestamp { get; init; }

    public required ulong UserTicks { get; init; }

    public required ulong SystemTicks { get; init; }

    public required ulong GuestTicks { get; init; }

    public required ulong MinorFaults { get; init; }

    public required ulong MajorFaults { get; init; }

    public required int? Processor { get; init; }

    public required int Threads { get; init; }

    public required long? VirtualSize { get; set; }

    public required long? ResidentSize { get; set; }

    public required IoCounters Io { get; init; }

    /// <summary>What its threads have counted, in the order of their ids.</summary>
    public required TaskCounters[] Tasks { get; set; }

    /// <summary>The time since an earlier moment of the monotonic clock.</summary>
    public TimeSpan Since(long timestamp) => Stopwatch.GetElapsedTime(timestamp, Timestamp);
}
