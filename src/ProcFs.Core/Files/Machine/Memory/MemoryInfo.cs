using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/meminfo</c>: the memory use of the machine. Sizes are in bytes, and null if this kernel does not report them. Source: proc_meminfo(5),
/// fs/proc/meminfo.c, Documentation/filesystems/proc.rst.
/// </summary>
[Fields]
public sealed partial class MemoryInfo : IRecord<MemoryInfo>
{
    private MemoryInfo()
    {
    }

    /// <summary>
    /// Memory in use as shown by free(1), in bytes: <see cref="Total"/> minus <see cref="Available"/>. Null if the kernel does not estimate the latter.
    /// </summary>
    [Unit(Unit.Bytes)] public long? Used => Total - Available;

    /// <summary><see cref="Used"/> in percent of <see cref="Total"/>; null if the kernel does not estimate the available memory.</summary>
    [Unit(Unit.Percent)] public double? UsedPercent => Total > 0 ? Used * 100.0 / Total : null;

    /// <summary>Swap in use, in bytes: <see cref="SwapTotal"/> minus <see cref="SwapFree"/>.</summary>
    [Unit(Unit.Bytes)] public long? SwapUsed => SwapTotal - SwapFree;

    /// <summary><see cref="SwapUsed"/> in percent of <see cref="SwapTotal"/>; null without swap.</summary>
    [Unit(Unit.Percent)] public double? SwapUsedPercent => SwapTotal > 0 ? SwapUsed * 100.0 / SwapTotal : null;

    /// <summary>Memory that the kernel manages, in bytes: all memory except that reserved by the firmware and the kernel image.</summary>
    [Key("MemTotal", Scale.KiB)] public long? Total { get; private set; }

    /// <summary>Free memory, in bytes.</summary>
    [Key("MemFree", Scale.KiB)] public long? Free { get; private set; }

    /// <summary>Memory available to programs without swapping, as the kernel estimates it, in bytes (since 3.14).</summary>
    [Key("MemAvailable", Scale.KiB)] public long? Available { get; private set; }

    /// <summary>Blocks of devices in the page cache, in bytes, mainly file system metadata.</summary>
    [Key("Buffers", Scale.KiB)] public long? Buffers { get; private set; }

    /// <summary>Page cache of files and shared memory, in bytes, without <see cref="SwapCached"/>.</summary>
    [Key("Cached", Scale.KiB)] public long? Cached { get; private set; }

    /// <summary>Memory that was swapped in again but still has a copy in swap, in bytes.</summary>
    [Key("SwapCached", Scale.KiB)] public long? SwapCached { get; private set; }

    /// <summary>Recently used memory, which the kernel reclaims last, in bytes.</summary>
    [Key("Active", Scale.KiB)] public long? Active { get; private set; }

    /// <summary>Memory that the kernel reclaims first, in bytes.</summary>
    [Key("Inactive", Scale.KiB)] public long? Inactive { get; private set; }

    /// <summary>The anonymous part of <see cref="Active"/>, in bytes.</summary>
    [Key("Active(anon)", Scale.KiB)] public long? ActiveAnonymous { get; private set; }

    /// <summary>The anonymous part of <see cref="Inactive"/>, in bytes.</summary>
    [Key("Inactive(anon)", Scale.KiB)] public long? InactiveAnonymous { get; private set; }

    /// <summary>The file-backed part of <see cref="Active"/>, in bytes.</summary>
    [Key("Active(file)", Scale.KiB)] public long? ActiveFile { get; private set; }

    /// <summary>The file-backed part of <see cref="Inactive"/>, in bytes.</summary>
    [Key("Inactive(file)", Scale.KiB)] public long? InactiveFile { get; private set; }

    /// <summary>Unevictable memory, such as locked memory or a ramfs, in bytes.</summary>
    [Key("Unevictable", Scale.KiB)] public long? Unevictable { get; private set; }

    /// <summary>Memory locked with mlock(2), in bytes.</summary>
    [Key("Mlocked", Scale.KiB)] public long? Locked { get; private set; }

    /// <summary>High memory, in bytes; null on a 64-bit kernel, which maps all memory directly.</summary>
    [Key("HighTotal", Scale.KiB)] public long? HighTotal { get; private set; }

    /// <summary>Free high memory, in bytes; null on a 64-bit kernel.</summary>
    [Key("HighFree", Scale.KiB)] public long? HighFree { get; private set; }

    /// <summary>Memory that a 32-bit kernel maps directly, in bytes; null on a 64-bit kernel.</summary>
    [Key("LowTotal", Scale.KiB)] public long? LowTotal { get; private set; }

    /// <summary>The free part of that memory, in bytes; null on a 64-bit kernel.</summary>
    [Key("LowFree", Scale.KiB)] public long? LowFree { get; private set; }

    /// <summary>Private copies of file mappings, in bytes; null on a machine with an MMU.</summary>
    [Key("MmapCopy", Scale.KiB)] public long? MmapCopy { get; private set; }

    /// <summary>The size of all swap areas, in bytes.</summary>
    [Key("SwapTotal", Scale.KiB)] public long? SwapTotal { get; private set; }

    /// <summary>Free swap, in bytes.</summary>
    [Key("SwapFree", Scale.KiB)] public long? SwapFree { get; private set; }

    /// <summary>Memory used by the compressed swap cache (zswap), in bytes (since 5.19).</summary>
    [Key("Zswap", Scale.KiB)] public long? Zswap { get; private set; }

    /// <summary>The uncompressed size of the pages in the compressed swap cache, in bytes (since 5.19).</summary>
    [Key("Zswapped", Scale.KiB)] public long? Zswapped { get; private set; }

    /// <summary>Dirty page cache, waiting to be written to storage, in bytes.</summary>
    [Key("Dirty", Scale.KiB)] public long? Dirty { get; private set; }

    /// <summary>Page cache under writeback, in bytes.</summary>
    [Key("Writeback", Scale.KiB)] public long? Writeback { get; private set; }

    /// <summary>Anonymous memory that programs have mapped, in bytes.</summary>
    [Key("AnonPages", Scale.KiB)] public long? Anonymous { get; private set; }

    /// <summary>Page cache mapped by programs, in bytes.</summary>
    [Key("Mapped", Scale.KiB)] public long? Mapped { get; private set; }

    /// <summary>Shared memory and tmpfs, in bytes.</summary>
    [Key("Shmem", Scale.KiB)] public long? Shared { get; private set; }

    /// <summary>Reclaimable kernel memory, in bytes: <see cref="SlabReclaimable"/> and that of drivers (since 4.20).</summary>
    [Key("KReclaimable", Scale.KiB)] public long? KernelReclaimable { get; private set; }

    /// <summary>Slab caches of kernel objects, in bytes.</summary>
    [Key("Slab", Scale.KiB)] public long? Slab { get; private set; }

    /// <summary>The reclaimable part of <see cref="Slab"/>, in bytes: dentries and inodes.</summary>
    [Key("SReclaimable", Scale.KiB)] public long? SlabReclaimable { get; private set; }

    /// <summary>The unreclaimable part of <see cref="Slab"/>, in bytes.</summary>
    [Key("SUnreclaim", Scale.KiB)] public long? SlabUnreclaimable { get; private set; }

    /// <summary>Kernel stacks of all threads, in bytes.</summary>
    [Key("KernelStack", Scale.KiB)] public long? KernelStack { get; private set; }

    /// <summary>Shadow call stacks of all threads, in bytes; null on kernels without them.</summary>
    [Key("ShadowCallStack", Scale.KiB)] public long? ShadowCallStack { get; private set; }

    /// <summary>Page tables, in bytes.</summary>
    [Key("PageTables", Scale.KiB)] public long? PageTables { get; private set; }

    /// <summary>Page tables of virtual machines and IOMMUs, in bytes (since 6.1).</summary>
    [Key("SecPageTables", Scale.KiB)] public long? SecondaryPageTables { get; private set; }

    /// <summary>Page cache sent to an NFS server but not yet committed there, in bytes; 0 since 5.8.</summary>
    [Key("NFS_Unstable", Scale.KiB)] public long? NfsUnstable { get; private set; }

    /// <summary>Bounce buffers of block devices, in bytes; 0 on newer kernels.</summary>
    [Key("Bounce", Scale.KiB)] public long? Bounce { get; private set; }

    /// <summary>Writeback buffers of FUSE, in bytes; 0 on newer kernels.</summary>
    [Key("WritebackTmp", Scale.KiB)] public long? WritebackTemporary { get; private set; }

    /// <summary>The commit limit if overcommit is forbidden (<c>vm.overcommit_memory</c> is 2), in bytes.</summary>
    [Key("CommitLimit", Scale.KiB)] public long? CommitLimit { get; private set; }

    /// <summary>Memory that programs have allocated, whether or not they use it, in bytes.</summary>
    [Key("Committed_AS", Scale.KiB)] public long? Committed { get; private set; }

    /// <summary>The size of the vmalloc address area, in bytes.</summary>
    [Key("VmallocTotal", Scale.KiB)] public long? VmallocTotal { get; private set; }

    /// <summary>Memory in use in the vmalloc area, in bytes.</summary>
    [Key("VmallocUsed", Scale.KiB)] public long? VmallocUsed { get; private set; }

    /// <summary>The largest free block of the vmalloc area, in bytes; 0 since 4.4.</summary>
    [Key("VmallocChunk", Scale.KiB)] public long? VmallocChunk { get; private set; }

    /// <summary>Memory of per-CPU allocations, in bytes (since 4.20).</summary>
    [Key("Percpu", Scale.KiB)] public long? PerCpu { get; private set; }

    /// <summary>Memory that the memory test at boot found bad, in bytes; null without a test.</summary>
    [Key("EarlyMemtestBad", Scale.KiB)] public long? EarlyMemoryTestBad { get; private set; }

    /// <summary>Memory taken out of use because of hardware errors, in bytes.</summary>
    [Key("HardwareCorrupted", Scale.KiB)] public long? HardwareCorrupted { get; private set; }

    /// <summary>The part of <see cref="Anonymous"/> in transparent huge pages, in bytes.</summary>
    [Key("AnonHugePages", Scale.KiB)] public long? AnonymousHugePages { get; private set; }

    /// <summary>The part of <see cref="Shared"/> in huge pages, in bytes (since 4.8).</summary>
    [Key("ShmemHugePages", Scale.KiB)] public long? SharedHugePages { get; private set; }

    /// <summary>The part of <see cref="Shared"/> that is mapped with huge pages, in bytes (since 4.8).</summary>
    [Key("ShmemPmdMapped", Scale.KiB)] public long? SharedMappedHuge { get; private set; }

    /// <summary>Page cache in huge pages, in bytes (since 5.4).</summary>
    [Key("FileHugePages", Scale.KiB)] public long? FileHugePages { get; private set; }

    /// <summary>Page cache mapped with huge pages, in bytes (since 5.4).</summary>
    [Key("FilePmdMapped", Scale.KiB)] public long? FileMappedHuge { get; private set; }

    /// <summary>Memory reserved for contiguous allocations (CMA), in bytes; null on kernels without it.</summary>
    [Key("CmaTotal", Scale.KiB)] public long? CmaTotal { get; private set; }

    /// <summary>The free part of <see cref="CmaTotal"/>, in bytes.</summary>
    [Key("CmaFree", Scale.KiB)] public long? CmaFree { get; private set; }

    /// <summary>Memory that a confidential guest has not yet accepted from its host, in bytes (since 6.5).</summary>
    [Key("Unaccepted", Scale.KiB)] public long? Unaccepted { get; private set; }

    /// <summary>Memory that the host has reclaimed through a balloon driver, in bytes (since 6.16).</summary>
    [Key("Balloon", Scale.KiB)] public long? Balloon { get; private set; }

    /// <summary>System memory that graphics drivers use, in bytes.</summary>
    [Key("GPUActive", Scale.KiB)] public long? GpuActive { get; private set; }

    /// <summary>System memory that graphics drivers keep for reuse, in bytes.</summary>
    [Key("GPUReclaim", Scale.KiB)] public long? GpuReclaimable { get; private set; }

    /// <summary>The number of huge pages of the default size in the pool.</summary>
    [Key("HugePages_Total")] public long? HugePagesTotal { get; private set; }

    /// <summary>The number of free huge pages in the pool.</summary>
    [Key("HugePages_Free")] public long? HugePagesFree { get; private set; }

    /// <summary>The number of free huge pages that are reserved for mappings.</summary>
    [Key("HugePages_Rsvd")] public long? HugePagesReserved { get; private set; }

    /// <summary>The number of huge pages in excess of <c>vm.nr_hugepages</c>.</summary>
    [Key("HugePages_Surp")] public long? HugePagesSurplus { get; private set; }

    /// <summary>The default huge page size, in bytes.</summary>
    [Key("Hugepagesize", Scale.KiB)] public long? HugePageSize { get; private set; }

    /// <summary>Memory in the pools of huge pages of all sizes, in bytes (since 4.16).</summary>
    [Key("Hugetlb", Scale.KiB)] public long? Hugetlb { get; private set; }

    /// <summary>Memory that the kernel maps with 4 KiB pages, in bytes.</summary>
    [Key("DirectMap4k", Scale.KiB)] public long? DirectMap4K { get; private set; }

    /// <summary>Memory that the kernel maps with 64 KiB pages, in bytes; null except on PowerPC.</summary>
    [Key("DirectMap64k", Scale.KiB)] public long? DirectMap64K { get; private set; }

    /// <summary>Memory that the kernel maps with 1 MiB pages, in bytes; null except on s390.</summary>
    [Key("DirectMap1M", Scale.KiB)] public long? DirectMap1M { get; private set; }

    /// <summary>Memory that the kernel maps with 2 MiB pages, in bytes.</summary>
    [Key("DirectMap2M", Scale.KiB)] public long? DirectMap2M { get; private set; }

    /// <summary>Memory that the kernel maps with 4 MiB pages, in bytes; null except on 32-bit x86.</summary>
    [Key("DirectMap4M", Scale.KiB)] public long? DirectMap4M { get; private set; }

    /// <summary>Memory that the kernel maps with 1 GiB pages, in bytes.</summary>
    [Key("DirectMap1G", Scale.KiB)] public long? DirectMap1G { get; private set; }

    /// <summary>Memory that the kernel maps with 2 GiB pages, in bytes; null except on s390.</summary>
    [Key("DirectMap2G", Scale.KiB)] public long? DirectMap2G { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MemoryInfo),
        new(nameof(Total), 9),
        new(nameof(UsedPercent), Cells.MemoryBarWidth) { With = [nameof(Total), nameof(Free), nameof(Available)], Show = Cells.MemoryBar },
        new(nameof(Used), 9),
        new(nameof(Free), 9),
        new(nameof(Available), 9),
        new(nameof(Buffers), 9),
        new(nameof(Cached), 9),
        new(nameof(Shared), 9),
        new(nameof(SwapTotal), 9),
        new(nameof(SwapUsed), 9));

    /// <summary>The available memory: <c>21.4 GB of 23.5 GB available</c>.</summary>
    public override string ToString() => $"{Display.Size(Available ?? Free)} of {Display.Size(Total)} {(Available is null ? "free" : "available")}";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static MemoryInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var memory = new MemoryInfo();
        KeyValues.Read(text, memory, source);
        return memory;
    }
}
