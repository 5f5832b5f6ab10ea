namespace ProcFs;

/// <summary>
/// The flags of a mapping that <c>smaps</c> writes as two letters in <c>VmFlags</c>. The kernel's own numbers differ between versions, so these have numbers of
/// their own. Source: proc_pid_smaps(5), Documentation/filesystems/proc.rst.
/// </summary>
[Flags]
public enum MappingFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Readable: <c>rd</c>.</summary>
    Read = 1UL << 0,

    /// <summary>Writable: <c>wr</c>.</summary>
    Write = 1UL << 1,

    /// <summary>Executable: <c>ex</c>.</summary>
    Execute = 1UL << 2,

    /// <summary>Shared: <c>sh</c>.</summary>
    Shared = 1UL << 3,

    /// <summary>mprotect(2) can make it readable: <c>mr</c>.</summary>
    MayRead = 1UL << 4,

    /// <summary>mprotect(2) can make it writable: <c>mw</c>.</summary>
    MayWrite = 1UL << 5,

    /// <summary>mprotect(2) can make it executable: <c>me</c>.</summary>
    MayExecute = 1UL << 6,

    /// <summary>Mapped as shared: <c>ms</c>.</summary>
    MayShare = 1UL << 7,

    /// <summary>Grows downward, as a stack does: <c>gd</c>.</summary>
    GrowsDown = 1UL << 8,

    /// <summary>Maps page frames that the kernel does not manage: <c>pf</c>.</summary>
    PfnMap = 1UL << 9,

    /// <summary>Writes to the file are denied (until 5.15): <c>dw</c>.</summary>
    DenyWrite = 1UL << 10,

    /// <summary>Locked in memory (mlock(2)): <c>lo</c>.</summary>
    Locked = 1UL << 11,

    /// <summary>Device memory: <c>io</c>.</summary>
    Io = 1UL << 12,

    /// <summary>Sequential access expected (MADV_SEQUENTIAL): <c>sr</c>.</summary>
    SequentialRead = 1UL << 13,

    /// <summary>Random access expected (MADV_RANDOM): <c>rr</c>.</summary>
    RandomRead = 1UL << 14,

    /// <summary>Not inherited by children (MADV_DONTFORK): <c>dc</c>.</summary>
    DontCopy = 1UL << 15,

    /// <summary>Cannot be expanded with mremap(2): <c>de</c>.</summary>
    DontExpand = 1UL << 16,

    /// <summary>Locked on fault (MLOCK_ONFAULT): <c>lf</c>.</summary>
    LockOnFault = 1UL << 17,

    /// <summary>Accounted against the commit limit: <c>ac</c>.</summary>
    Accounted = 1UL << 18,

    /// <summary>No swap is reserved for it (MAP_NORESERVE): <c>nr</c>.</summary>
    NoReserve = 1UL << 19,

    /// <summary>Huge pages (hugetlbfs): <c>ht</c>.</summary>
    HugeTlb = 1UL << 20,

    /// <summary>Synchronous page faults (MAP_SYNC): <c>sf</c>.</summary>
    SynchronousFault = 1UL << 21,

    /// <summary>Non-linear mapping (until 4.0): <c>nl</c>.</summary>
    NonLinear = 1UL << 22,

    /// <summary>Architecture-specific flag: <c>ar</c>.</summary>
    Architecture = 1UL << 23,

    /// <summary>Wiped on fork (MADV_WIPEONFORK): <c>wf</c>.</summary>
    WipeOnFork = 1UL << 24,

    /// <summary>Excluded from core dumps (MADV_DONTDUMP): <c>dd</c>.</summary>
    DontDump = 1UL << 25,

    /// <summary>Guarded pages on arm64 (PROT_BTI): <c>bt</c>.</summary>
    BranchTarget = 1UL << 26,

    /// <summary>Soft-dirty, that is, written or created since 4 was last written to clear_refs: <c>sd</c>.</summary>
    SoftDirty = 1UL << 27,

    /// <summary>Mixed map of both kinds of page frames: <c>mm</c>.</summary>
    MixedMap = 1UL << 28,

    /// <summary>Transparent huge pages advised (MADV_HUGEPAGE): <c>hg</c>.</summary>
    HugePage = 1UL << 29,

    /// <summary>Transparent huge pages advised against (MADV_NOHUGEPAGE): <c>nh</c>.</summary>
    NoHugePage = 1UL << 30,

    /// <summary>Mergeable by KSM (MADV_MERGEABLE): <c>mg</c>.</summary>
    Mergeable = 1UL << 31,

    /// <summary>userfaultfd(2) tracks missing pages: <c>um</c>.</summary>
    UserfaultMissing = 1UL << 32,

    /// <summary>userfaultfd(2) tracks writes: <c>uw</c>.</summary>
    UserfaultWriteProtected = 1UL << 33,

    /// <summary>userfaultfd(2) tracks minor faults: <c>ui</c>.</summary>
    UserfaultMinor = 1UL << 34,

    /// <summary>Tagged memory on arm64 (PROT_MTE): <c>mt</c>.</summary>
    MemoryTagging = 1UL << 35,

    /// <summary>Shadow stack of return addresses: <c>ss</c>.</summary>
    ShadowStack = 1UL << 36,

    /// <summary>Can be dropped under memory pressure (MAP_DROPPABLE): <c>dp</c>.</summary>
    Droppable = 1UL << 37,

    /// <summary>Sealed (mseal(2)): <c>sl</c>.</summary>
    Sealed = 1UL << 38,

    /// <summary>Bounds table of x86 MPX (until 5.6): <c>mp</c>.</summary>
    Mpx = 1UL << 39,

    /// <summary>Can contain guard regions (MADV_GUARD_INSTALL): <c>gu</c>.</summary>
    Guard = 1UL << 40,
}
