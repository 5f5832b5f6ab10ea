namespace ProcFs;

/// <summary>What a task is doing: the letter of <c>stat</c> and <c>status</c>, in words.</summary>
public enum ProcessState : long
{
    /// <summary>A letter that this version does not know.</summary>
    Unknown = 0,

    /// <summary>Running, or ready to run (R).</summary>
    Running = 'R',

    /// <summary>Waits for something, a signal wakes it (S).</summary>
    Sleeping = 'S',

    /// <summary>Waits for something and cannot be interrupted, often a disk (D).</summary>
    DiskSleep = 'D',

    /// <summary>Stopped by job control (T).</summary>
    Stopped = 'T',

    /// <summary>Stopped by a debugger (t).</summary>
    TracingStop = 't',

    /// <summary>Ended; its parent has not asked for the exit code yet (Z).</summary>
    Zombie = 'Z',

    /// <summary>Is being removed (X).</summary>
    Dead = 'X',

    /// <summary>A kernel thread without work (I).</summary>
    Idle = 'I',

    /// <summary>A kernel thread that was parked (P).</summary>
    Parked = 'P',
}
