namespace ProcFs;

/// <summary>The reason why the OOM killer never chooses a process (oom_badness() of mm/oom_kill.c).</summary>
public enum OomExemption : long
{
    /// <summary>Its adjustment is -1000.</summary>
    Adjustment,

    /// <summary>It is the first process of the machine.</summary>
    Init,

    /// <summary>It is a kernel thread.</summary>
    KernelThread,

    /// <summary>It no longer has memory of its own: a zombie.</summary>
    NoMemory,
}
