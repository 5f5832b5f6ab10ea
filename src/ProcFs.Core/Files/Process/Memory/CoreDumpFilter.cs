namespace ProcFs;

/// <summary>Models the value of <c>/proc/&lt;pid&gt;/coredump_filter</c>: which kinds of memory a core dump holds. Source: core(5).</summary>
[Flags]
public enum CoreDumpFilter : ulong
{
    /// <summary>No memory.</summary>
    None = 0,

    /// <summary>Private memory without a file.</summary>
    AnonymousPrivate = 0x1,

    /// <summary>Shared memory without a file.</summary>
    AnonymousShared = 0x2,

    /// <summary>Private mappings of files.</summary>
    FilePrivate = 0x4,

    /// <summary>Shared mappings of files.</summary>
    FileShared = 0x8,

    /// <summary>The first page of each program and library, which tells which it is.</summary>
    ElfHeaders = 0x10,

    /// <summary>Private pages of hugetlbfs.</summary>
    HugetlbPrivate = 0x20,

    /// <summary>Shared pages of hugetlbfs.</summary>
    HugetlbShared = 0x40,

    /// <summary>Private mappings of files on persistent memory (DAX).</summary>
    DaxPrivate = 0x80,

    /// <summary>Shared mappings of files on persistent memory (DAX).</summary>
    DaxShared = 0x100,
}
