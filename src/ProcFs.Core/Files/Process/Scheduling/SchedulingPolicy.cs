namespace ProcFs;

/// <summary>How the scheduler picks a task (sched(7)).</summary>
public enum SchedulingPolicy : long
{
    /// <summary>SCHED_OTHER: the normal one.</summary>
    Other = 0,

    /// <summary>SCHED_FIFO: real-time, first in, first out.</summary>
    Fifo = 1,

    /// <summary>SCHED_RR: real-time, in turn.</summary>
    RoundRobin = 2,

    /// <summary>SCHED_BATCH: for long computations.</summary>
    Batch = 3,

    /// <summary>SCHED_IDLE: only when nothing else wants to run.</summary>
    Idle = 5,

    /// <summary>SCHED_DEADLINE: by deadlines.</summary>
    Deadline = 6,

    /// <summary>SCHED_EXT: by a BPF program.</summary>
    Extensible = 7,
}
