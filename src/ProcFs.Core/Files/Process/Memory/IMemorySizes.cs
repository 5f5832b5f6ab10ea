using ProcFs.Grammar;

namespace ProcFs;

/// <summary>
/// The sizes that <c>smaps</c> has for each mapping and <c>smaps_rollup</c> for the process, in bytes; null if this kernel does not report them. The types of both
/// have these properties. Source: __show_smap in fs/proc/task_mmu.c.
/// </summary>
internal interface IMemorySizes
{
    /// <summary>An octal number; shown with a leading zero.</summary>
    [Key("Rss", Scale.KiB)]
    long? Rss { get; }

    /// <summary>Proportional set size, in bytes: each page divided by the number of processes that map it.</summary>
    [Key("Pss", Scale.KiB)]
    long? Pss { get; }

    /// <summary>The dirty part of the proportional set size, in bytes (since 6.0).</summary>
    [Key("Pss_Dirty", Scale.KiB)]
    long? PssDirty { get; }

    /// <summary>Resident pages that are shared and clean, in bytes.</summary>
    [Key("Shared_Clean", Scale.KiB)]
    long? SharedClean { get; }

    /// <summary>Resident pages that are shared and dirty, in bytes.</summary>
    [Key("Shared_Dirty", Scale.KiB)]
    long? SharedDirty { get; }

    /// <summary>Resident pages that are private and clean, in bytes.</summary>
    [Key("Private_Clean", Scale.KiB)]
    long? PrivateClean { get; }

    /// <summary>Resident pages that are private and dirty, in bytes.</summary>
    [Key("Private_Dirty", Scale.KiB)]
    long? PrivateDirty { get; }

    /// <summary>Recently referenced resident pages, in bytes.</summary>
    [Key("Referenced", Scale.KiB)]
    long? Referenced { get; }

    /// <summary>Resident anonymous memory, in bytes.</summary>
    [Key("Anonymous", Scale.KiB)]
    long? Anonymous { get; }

    /// <summary>Pages merged with identical pages (KSM), in bytes (since 6.5).</summary>
    [Key("KSM", Scale.KiB)]
    long? Ksm { get; }

    /// <summary>Pages marked with madvise(MADV_FREE) but not yet freed, in bytes.</summary>
    [Key("LazyFree", Scale.KiB)]
    long? LazyFree { get; }

    /// <summary>Anonymous memory in transparent huge pages, in bytes.</summary>
    [Key("AnonHugePages", Scale.KiB)]
    long? AnonHugePages { get; }

    /// <summary>Shared memory in transparent huge pages, in bytes.</summary>
    [Key("ShmemPmdMapped", Scale.KiB)]
    long? ShmemPmdMapped { get; }

    /// <summary>Page cache in transparent huge pages, in bytes.</summary>
    [Key("FilePmdMapped", Scale.KiB)]
    long? FilePmdMapped { get; }

    /// <summary>Shared huge pages (hugetlbfs), in bytes; not included in <see cref="Rss"/>.</summary>
    [Key("Shared_Hugetlb", Scale.KiB)]
    long? SharedHugetlb { get; }

    /// <summary>Private huge pages (hugetlbfs), in bytes; not included in <see cref="Rss"/>.</summary>
    [Key("Private_Hugetlb", Scale.KiB)]
    long? PrivateHugetlb { get; }

    /// <summary>Swapped-out memory, in bytes.</summary>
    [Key("Swap", Scale.KiB)]
    long? Swap { get; }

    /// <summary>The proportional share of swapped-out memory, in bytes: each page divided by the number of processes that share it.</summary>
    [Key("SwapPss", Scale.KiB)]
    long? SwapPss { get; }

    /// <summary>The proportional share of locked memory, in bytes.</summary>
    [Key("Locked", Scale.KiB)]
    long? Locked { get; }
}
