namespace ProcFs;

/// <summary>Why the OOM killer never takes a process (oom_badness() of mm/oom_kill.c).</summary>
public enum OomExemption : long
{
    /// <summary>Its adjustment is -1000.</summary>
    Adjustment,

    /// <summary>It is the first process of the machine.</summary>
    Init,

    /// <summary>It is a thread of the kernel's own.</summary>
    KernelThread,

    /// <summary>It has no memory of its own any more: a zombie.</summary>
    NoMemory,
}
