using ProcFs.Grammar;

namespace ProcFs;

/// <summary>
/// The sizes that <c>smaps</c> gives of each mapping and <c>smaps_rollup</c> of the process, in bytes; null where this kernel does not give them. The
/// types of both get these properties from here. Source: __show_smap in fs/proc/task_mmu.c.
/// </summary>
internal interface IMemorySizes
{
    /// <summary>What is in memory, in bytes.</summary>
    [Key("Rss", Scale.KiB)]
    long? Rss { get; }

    /// <summary>The share of it: pages that several processes map count in parts. In bytes.</summary>
    [Key("Pss", Scale.KiB)]
    long? Pss { get; }

    /// <summary>The part of the share that was changed, in bytes (since 6.0).</summary>
    [Key("Pss_Dirty", Scale.KiB)]
    long? PssDirty { get; }

    /// <summary>Resident pages that others map too and nobody changed, in bytes.</summary>
    [Key("Shared_Clean", Scale.KiB)]
    long? SharedClean { get; }

    /// <summary>Resident pages that others map too and somebody changed, in bytes.</summary>
    [Key("Shared_Dirty", Scale.KiB)]
    long? SharedDirty { get; }

    /// <summary>Resident pages that nobody else maps and that were not changed, in bytes.</summary>
    [Key("Private_Clean", Scale.KiB)]
    long? PrivateClean { get; }

    /// <summary>Resident pages that nobody else maps and that were changed, in bytes.</summary>
    [Key("Private_Dirty", Scale.KiB)]
    long? PrivateDirty { get; }

    /// <summary>Resident pages that were touched lately, in bytes.</summary>
    [Key("Referenced", Scale.KiB)]
    long? Referenced { get; }

    /// <summary>Resident memory that belongs to no file, in bytes.</summary>
    [Key("Anonymous", Scale.KiB)]
    long? Anonymous { get; }

    /// <summary>Pages merged with equal ones of others, in bytes (since 6.5).</summary>
    [Key("KSM", Scale.KiB)]
    long? Ksm { get; }

    /// <summary>Pages given up by madvise(MADV_FREE) that are still there, in bytes.</summary>
    [Key("LazyFree", Scale.KiB)]
    long? LazyFree { get; }

    /// <summary>Anonymous memory in transparent huge pages, in bytes.</summary>
    [Key("AnonHugePages", Scale.KiB)]
    long? AnonHugePages { get; }

    /// <summary>Shared memory in transparent huge pages, in bytes.</summary>
    [Key("ShmemPmdMapped", Scale.KiB)]
    long? ShmemPmdMapped { get; }

    /// <summary>Page cache of files in transparent huge pages, in bytes.</summary>
    [Key("FilePmdMapped", Scale.KiB)]
    long? FilePmdMapped { get; }

    /// <summary>Shared pages of hugetlbfs, in bytes; not part of <see cref="Rss"/>.</summary>
    [Key("Shared_Hugetlb", Scale.KiB)]
    long? SharedHugetlb { get; }

    /// <summary>Private pages of hugetlbfs, in bytes; not part of <see cref="Rss"/>.</summary>
    [Key("Private_Hugetlb", Scale.KiB)]
    long? PrivateHugetlb { get; }

    /// <summary>Memory that is swapped out, in bytes.</summary>
    [Key("Swap", Scale.KiB)]
    long? Swap { get; }

    /// <summary>The share of it: what several processes have swapped out counts in parts. In bytes.</summary>
    [Key("SwapPss", Scale.KiB)]
    long? SwapPss { get; }

    /// <summary>The share of memory that is locked, in bytes.</summary>
    [Key("Locked", Scale.KiB)]
    long? Locked { get; }
}
