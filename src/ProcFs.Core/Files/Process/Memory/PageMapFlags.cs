namespace ProcFs;

/// <summary>
/// What <c>/proc/&lt;pid&gt;/pagemap</c> tells of a page of memory, as the bits stand there. Source: proc_pid_pagemap(5),
/// Documentation/admin-guide/mm/pagemap.rst.
/// </summary>
[Flags]
public enum PageMapFlags : ulong
{
    /// <summary>The page is not there: it was never touched, or is not mapped.</summary>
    None = 0,

    /// <summary>Written since clear_refs was last written 4.</summary>
    SoftDirty = 1UL << 55,

    /// <summary>No other process maps the page (since 4.2).</summary>
    Exclusive = 1UL << 56,

    /// <summary>userfaultfd(2) is told of writes (since 5.13).</summary>
    UserfaultWriteProtected = 1UL << 57,

    /// <summary>A guard page (MADV_GUARD_INSTALL, since 6.15).</summary>
    Guard = 1UL << 58,

    /// <summary>A page of a file, or of shared memory (since 3.5).</summary>
    FileOrShared = 1UL << 61,

    /// <summary>The page is swapped out.</summary>
    Swapped = 1UL << 62,

    /// <summary>The page is in memory.</summary>
    Present = 1UL << 63,
}
