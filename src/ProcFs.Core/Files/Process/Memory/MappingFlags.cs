namespace ProcFs;

/// <summary>
/// The flags of a mapping that <c>smaps</c> writes as two letters under <c>VmFlags</c>. The kernel's own numbers differ from version to version, so these are
/// numbered by themselves. Source: proc_pid_smaps(5), Documentation/filesystems/proc.rst.
/// </summary>
[Flags]
public enum MappingFlags : ulong
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>May be read: <c>rd</c>.</summary>
    Read = 1UL << 0,

    /// <summary>May be written: <c>wr</c>.</summary>
    Write = 1UL << 1,

    /// <summary>May be executed: <c>ex</c>.</summary>
    Execute = 1UL << 2,

    /// <summary>Changes are seen by all who map it: <c>sh</c>.</summary>
    Shared = 1UL << 3,

    /// <summary>mprotect(2) may make it readable: <c>mr</c>.</summary>
    MayRead = 1UL << 4,

    /// <summary>mprotect(2) may make it writable: <c>mw</c>.</summary>
    MayWrite = 1UL << 5,

    /// <summary>mprotect(2) may make it executable: <c>me</c>.</summary>
    MayExecute = 1UL << 6,

    /// <summary>It was mapped to be shared: <c>ms</c>.</summary>
    MayShare = 1UL << 7,

    /// <summary>Grows downwards, as a stack does: <c>gd</c>.</summary>
    GrowsDown = 1UL << 8,

    /// <summary>Maps page frames that the kernel does not manage: <c>pf</c>.</summary>
    PfnMap = 1UL << 9,

    /// <summary>The file may not be written meanwhile (until 5.15): <c>dw</c>.</summary>
    DenyWrite = 1UL << 10,

    /// <summary>Stays in memory (mlock(2)): <c>lo</c>.</summary>
    Locked = 1UL << 11,

    /// <summary>Memory of a device: <c>io</c>.</summary>
    Io = 1UL << 12,

    /// <summary>Read in sequence (MADV_SEQUENTIAL): <c>sr</c>.</summary>
    SequentialRead = 1UL << 13,

    /// <summary>Read at random (MADV_RANDOM): <c>rr</c>.</summary>
    RandomRead = 1UL << 14,

    /// <summary>Not inherited by children (MADV_DONTFORK): <c>dc</c>.</summary>
    DontCopy = 1UL << 15,

    /// <summary>Cannot grow by mremap(2): <c>de</c>.</summary>
    DontExpand = 1UL << 16,

    /// <summary>Is locked once it is touched (MLOCK_ONFAULT): <c>lf</c>.</summary>
    LockOnFault = 1UL << 17,

    /// <summary>Counts against the limit of committed memory: <c>ac</c>.</summary>
    Accounted = 1UL << 18,

    /// <summary>No swap is reserved for it (MAP_NORESERVE): <c>nr</c>.</summary>
    NoReserve = 1UL << 19,

    /// <summary>Pages of hugetlbfs: <c>ht</c>.</summary>
    HugeTlb = 1UL << 20,

    /// <summary>Faults wait for the file system (MAP_SYNC): <c>sf</c>.</summary>
    SynchronousFault = 1UL << 21,

    /// <summary>Not in the order of the file (until 4.0): <c>nl</c>.</summary>
    NonLinear = 1UL << 22,

    /// <summary>A flag of the architecture's own: <c>ar</c>.</summary>
    Architecture = 1UL << 23,

    /// <summary>Empty in children (MADV_WIPEONFORK): <c>wf</c>.</summary>
    WipeOnFork = 1UL << 24,

    /// <summary>Left out of core dumps (MADV_DONTDUMP): <c>dd</c>.</summary>
    DontDump = 1UL << 25,

    /// <summary>Guarded pages of arm64 (PROT_BTI): <c>bt</c>.</summary>
    BranchTarget = 1UL << 26,

    /// <summary>Written, or made, since clear_refs was last written 4: <c>sd</c>.</summary>
    SoftDirty = 1UL << 27,

    /// <summary>Maps page frames of both kinds: <c>mm</c>.</summary>
    MixedMap = 1UL << 28,

    /// <summary>Transparent huge pages are wanted (MADV_HUGEPAGE): <c>hg</c>.</summary>
    HugePage = 1UL << 29,

    /// <summary>Transparent huge pages are not wanted (MADV_NOHUGEPAGE): <c>nh</c>.</summary>
    NoHugePage = 1UL << 30,

    /// <summary>Equal pages may be merged (MADV_MERGEABLE): <c>mg</c>.</summary>
    Mergeable = 1UL << 31,

    /// <summary>userfaultfd(2) is told of missing pages: <c>um</c>.</summary>
    UserfaultMissing = 1UL << 32,

    /// <summary>userfaultfd(2) is told of writes: <c>uw</c>.</summary>
    UserfaultWriteProtected = 1UL << 33,

    /// <summary>userfaultfd(2) is told of minor faults: <c>ui</c>.</summary>
    UserfaultMinor = 1UL << 34,

    /// <summary>Tagged memory of arm64 (PROT_MTE): <c>mt</c>.</summary>
    MemoryTagging = 1UL << 35,

    /// <summary>A shadow stack of return addresses: <c>ss</c>.</summary>
    ShadowStack = 1UL << 36,

    /// <summary>May be dropped when memory is short (MAP_DROPPABLE): <c>dp</c>.</summary>
    Droppable = 1UL << 37,

    /// <summary>Cannot be changed any more (mseal(2)): <c>sl</c>.</summary>
    Sealed = 1UL << 38,

    /// <summary>A bounds table of x86 MPX (until 5.6): <c>mp</c>.</summary>
    Mpx = 1UL << 39,

    /// <summary>May hold guard regions (MADV_GUARD_INSTALL): <c>gu</c>.</summary>
    Guard = 1UL << 40,
}
