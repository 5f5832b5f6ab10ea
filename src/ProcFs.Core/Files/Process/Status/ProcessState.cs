namespace ProcFs;

/// <summary>The state of a task: the letter in <c>stat</c> and <c>status</c>.</summary>
public enum ProcessState : long
{
    /// <summary>A letter unknown to this version.</summary>
    Unknown = 0,

    /// <summary>Running, or ready to run (R).</summary>
    Running = 'R',

    /// <summary>Interruptible sleep (S).</summary>
    Sleeping = 'S',

    /// <summary>Uninterruptible sleep, often waiting for a disk (D).</summary>
    DiskSleep = 'D',

    /// <summary>Stopped by job control (T).</summary>
    Stopped = 'T',

    /// <summary>Stopped by a debugger (t).</summary>
    TracingStop = 't',

    /// <summary>Ended, but its parent has not yet waited for it (Z).</summary>
    Zombie = 'Z',

    /// <summary>Being removed (X).</summary>
    Dead = 'X',

    /// <summary>An idle kernel thread (I).</summary>
    Idle = 'I',

    /// <summary>A parked kernel thread (P).</summary>
    Parked = 'P',
}
