namespace ProcFs;

/// <summary>
/// The flags of a page in <c>/proc/&lt;pid&gt;/pagemap</c>, with the bits of the file. Source: proc_pid_pagemap(5), Documentation/admin-guide/mm/pagemap.rst.
/// </summary>
[Flags]
public enum PageMapFlags : ulong
{
    /// <summary>The page does not exist: it was never touched, or is not mapped.</summary>
    None = 0,

    /// <summary>Soft-dirty: written to since 4 was last written to clear_refs.</summary>
    SoftDirty = 1UL << 55,

    /// <summary>The page is mapped exclusively (since 4.2).</summary>
    Exclusive = 1UL << 56,

    /// <summary>userfaultfd(2) tracks writes (since 5.13).</summary>
    UserfaultWriteProtected = 1UL << 57,

    /// <summary>A guard page (MADV_GUARD_INSTALL, since 6.15).</summary>
    Guard = 1UL << 58,

    /// <summary>A file-backed page, or shared anonymous memory (since 3.5).</summary>
    FileOrShared = 1UL << 61,

    /// <summary>The page is swapped out.</summary>
    Swapped = 1UL << 62,

    /// <summary>The page is present in RAM.</summary>
    Present = 1UL << 63,
}
