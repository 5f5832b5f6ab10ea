namespace ProcFs;

/// <summary>The PF_* flags of a task that keep their meaning from kernel to kernel (include/linux/sched.h).</summary>
[Flags]
public enum ProcessFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Is being ended (PF_EXITING).</summary>
    Exiting = 0x4,

    /// <summary>Forked, but has not run a program yet (PF_FORKNOEXEC).</summary>
    ForkedNotExecuted = 0x40,

    /// <summary>Used root's privileges (PF_SUPERPRIV).</summary>
    UsedSuperPrivilege = 0x100,

    /// <summary>Dumped core (PF_DUMPCORE).</summary>
    DumpedCore = 0x200,

    /// <summary>Killed by a signal (PF_SIGNALED).</summary>
    Signaled = 0x400,

    /// <summary>Is a thread of the kernel's own (PF_KTHREAD).</summary>
    KernelThread = 0x200000,
}
