namespace ProcFs;

/// <summary>The PF_* flags of a task whose meaning is stable between kernels (include/linux/sched.h).</summary>
[Flags]
public enum ProcessFlags : long
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Exiting (PF_EXITING).</summary>
    Exiting = 0x4,

    /// <summary>A workqueue worker (PF_WQ_WORKER).</summary>
    WorkqueueWorker = 0x20,

    /// <summary>Forked, but has not executed a program yet (PF_FORKNOEXEC).</summary>
    ForkedNotExecuted = 0x40,

    /// <summary>Used superuser privileges (PF_SUPERPRIV).</summary>
    UsedSuperPrivilege = 0x100,

    /// <summary>Dumped core (PF_DUMPCORE).</summary>
    DumpedCore = 0x200,

    /// <summary>Killed by a signal (PF_SIGNALED).</summary>
    Signaled = 0x400,

    /// <summary>Frees memory, and may use the memory reserves for that (PF_MEMALLOC).</summary>
    AllocatesFromReserves = 0x800,

    /// <summary>Changed to a user whose process limit was exceeded (PF_NPROC_EXCEEDED).</summary>
    ProcessLimitExceeded = 0x1000,

    /// <summary>Used the floating-point unit (PF_USED_MATH).</summary>
    UsedMath = 0x2000,

    /// <summary>Not frozen for system sleep (PF_NOFREEZE).</summary>
    NoFreeze = 0x8000,

    /// <summary>A kernel thread (PF_KTHREAD).</summary>
    KernelThread = 0x200000,

    /// <summary>Address space randomization is in effect (PF_RANDOMIZE).</summary>
    RandomizedAddresses = 0x400000,

    /// <summary>Users cannot change its CPU affinity (PF_NO_SETAFFINITY).</summary>
    NoSetAffinity = 0x4000000,

    /// <summary>Killed early on memory failure (PF_MCE_EARLY).</summary>
    EarlyMachineCheck = 0x8000000,
}
