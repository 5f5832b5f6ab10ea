namespace ProcFs;

/// <summary>The PF_* flags of a task that keep their meaning from kernel to kernel (include/linux/sched.h).</summary>
[Flags]
public enum ProcessFlags : long
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Is being ended (PF_EXITING).</summary>
    Exiting = 0x4,

    /// <summary>Is a worker of a workqueue (PF_WQ_WORKER).</summary>
    WorkqueueWorker = 0x20,

    /// <summary>Forked, but has not run a program yet (PF_FORKNOEXEC).</summary>
    ForkedNotExecuted = 0x40,

    /// <summary>Used root's privileges (PF_SUPERPRIV).</summary>
    UsedSuperPrivilege = 0x100,

    /// <summary>Dumped core (PF_DUMPCORE).</summary>
    DumpedCore = 0x200,

    /// <summary>Killed by a signal (PF_SIGNALED).</summary>
    Signaled = 0x400,

    /// <summary>Frees memory, and may use the reserves for that (PF_MEMALLOC).</summary>
    AllocatesFromReserves = 0x800,

    /// <summary>Took a user who then had more processes than the limit (PF_NPROC_EXCEEDED).</summary>
    ProcessLimitExceeded = 0x1000,

    /// <summary>Used the floating-point unit (PF_USED_MATH).</summary>
    UsedMath = 0x2000,

    /// <summary>Is not frozen when the machine goes to sleep (PF_NOFREEZE).</summary>
    NoFreeze = 0x8000,

    /// <summary>Is a thread of the kernel's own (PF_KTHREAD).</summary>
    KernelThread = 0x200000,

    /// <summary>Has its addresses randomized (PF_RANDOMIZE).</summary>
    RandomizedAddresses = 0x400000,

    /// <summary>Its CPUs cannot be changed by users (PF_NO_SETAFFINITY).</summary>
    NoSetAffinity = 0x4000000,

    /// <summary>Is ended early for memory that has gone bad (PF_MCE_EARLY).</summary>
    EarlyMachineCheck = 0x8000000,
}
