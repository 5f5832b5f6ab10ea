namespace ProcFs;

/// <summary>The scheduling policy of a task (sched(7)).</summary>
public enum SchedulingPolicy : long
{
    /// <summary>SCHED_OTHER: the default policy.</summary>
    Other = 0,

    /// <summary>SCHED_FIFO: real-time, first in, first out.</summary>
    Fifo = 1,

    /// <summary>SCHED_RR: real-time, round-robin.</summary>
    RoundRobin = 2,

    /// <summary>SCHED_BATCH: for batch computations.</summary>
    Batch = 3,

    /// <summary>SCHED_IDLE: only when no other task is runnable.</summary>
    Idle = 5,

    /// <summary>SCHED_DEADLINE: deadline scheduling.</summary>
    Deadline = 6,

    /// <summary>SCHED_EXT: scheduling by a BPF program.</summary>
    Extensible = 7,
}
