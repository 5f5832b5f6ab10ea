namespace ProcFs;

/// <summary>Models the value of <c>/proc/&lt;pid&gt;/coredump_filter</c>: the kinds of memory in a core dump. Source: core(5).</summary>
[Flags]
public enum CoreDumpFilter : ulong
{
    /// <summary>No memory.</summary>
    None = 0,

    /// <summary>Anonymous private memory.</summary>
    AnonymousPrivate = 0x1,

    /// <summary>Anonymous shared memory.</summary>
    AnonymousShared = 0x2,

    /// <summary>File-backed private mappings.</summary>
    FilePrivate = 0x4,

    /// <summary>File-backed shared mappings.</summary>
    FileShared = 0x8,

    /// <summary>The first page of each program and library (ELF headers), which identifies it.</summary>
    ElfHeaders = 0x10,

    /// <summary>Private huge pages (hugetlbfs).</summary>
    HugetlbPrivate = 0x20,

    /// <summary>Shared huge pages (hugetlbfs).</summary>
    HugetlbShared = 0x40,

    /// <summary>Private DAX mappings (persistent memory).</summary>
    DaxPrivate = 0x80,

    /// <summary>Shared DAX mappings (persistent memory).</summary>
    DaxShared = 0x100,
}
