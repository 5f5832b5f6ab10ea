namespace ProcFs;

/// <summary>The features of a userfaultfd, for which its program asks: ioctl_userfaultfd(2), include/uapi/linux/userfaultfd.h.</summary>
[Flags]
public enum UserFaultFeatures : long
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Writes to pages that the program has protected (UFFD_FEATURE_PAGEFAULT_FLAG_WP).</summary>
    WriteProtect = 0x1,

    /// <summary>Events about fork (UFFD_FEATURE_EVENT_FORK).</summary>
    ForkEvents = 0x2,

    /// <summary>Events about mremap (UFFD_FEATURE_EVENT_REMAP).</summary>
    RemapEvents = 0x4,

    /// <summary>Events about pages given up (UFFD_FEATURE_EVENT_REMOVE).</summary>
    RemoveEvents = 0x8,

    /// <summary>Faults in hugetlbfs (UFFD_FEATURE_MISSING_HUGETLBFS).</summary>
    MissingHugePages = 0x10,

    /// <summary>Faults in shared memory (UFFD_FEATURE_MISSING_SHMEM).</summary>
    MissingSharedMemory = 0x20,

    /// <summary>Events about munmap (UFFD_FEATURE_EVENT_UNMAP).</summary>
    UnmapEvents = 0x40,

    /// <summary>SIGBUS instead of events (UFFD_FEATURE_SIGBUS).</summary>
    SignalBus = 0x80,

    /// <summary>Events with the thread (UFFD_FEATURE_THREAD_ID).</summary>
    ThreadId = 0x100,

    /// <summary>Minor faults in hugetlbfs (UFFD_FEATURE_MINOR_HUGETLBFS).</summary>
    MinorHugePages = 0x200,

    /// <summary>Minor faults in shared memory (UFFD_FEATURE_MINOR_SHMEM).</summary>
    MinorSharedMemory = 0x400,

    /// <summary>Events with the exact address (UFFD_FEATURE_EXACT_ADDRESS).</summary>
    ExactAddress = 0x800,

    /// <summary>Protection against writes in hugetlbfs and shared memory (UFFD_FEATURE_WP_HUGETLBFS_SHMEM).</summary>
    WriteProtectShared = 0x1000,

    /// <summary>Protection of pages that do not exist yet (UFFD_FEATURE_WP_UNPOPULATED).</summary>
    WriteProtectUnpopulated = 0x2000,

    /// <summary>Pages that can be made unreadable (UFFD_FEATURE_POISON).</summary>
    Poison = 0x4000,

    /// <summary>Protection that the kernel lifts by itself (UFFD_FEATURE_WP_ASYNC).</summary>
    WriteProtectAsynchronous = 0x8000,

    /// <summary>Pages that can be moved (UFFD_FEATURE_MOVE).</summary>
    Move = 0x10000,
}
