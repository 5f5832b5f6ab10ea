using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/meminfo</c>: how the memory of the machine is used. Sizes are bytes, and null where this kernel does not give them. Source:
/// proc_meminfo(5), fs/proc/meminfo.c, Documentation/filesystems/proc.rst.
/// </summary>
[Fields]
public sealed partial class MemoryInfo : IRecord<MemoryInfo>
{
    private MemoryInfo()
    {
    }

    /// <summary>
    /// Memory in use, in bytes, as free(1) has it: <see cref="Total"/> without <see cref="Available"/>. Null where the kernel does not estimate the latter.
    /// </summary>
    [Unit(Unit.Bytes)] public long? Used => Total - Available;

    /// <summary>Swap in use, in bytes: <see cref="SwapTotal"/> without <see cref="SwapFree"/>.</summary>
    [Unit(Unit.Bytes)] public long? SwapUsed => SwapTotal - SwapFree;

    /// <summary>Memory that the kernel manages, in bytes: all of it but what the firmware and the kernel image keep.</summary>
    [Key("MemTotal", Scale.KiB)] public long? Total { get; private set; }

    /// <summary>Memory that nothing uses, in bytes.</summary>
    [Key("MemFree", Scale.KiB)] public long? Free { get; private set; }

    /// <summary>Memory that programs can get without swapping, as the kernel estimates it, in bytes (since 3.14).</summary>
    [Key("MemAvailable", Scale.KiB)] public long? Available { get; private set; }

    /// <summary>Blocks of devices in the page cache, in bytes: file system metadata above all.</summary>
    [Key("Buffers", Scale.KiB)] public long? Buffers { get; private set; }

    /// <summary>Page cache of files and shared memory, in bytes, without <see cref="SwapCached"/>.</summary>
    [Key("Cached", Scale.KiB)] public long? Cached { get; private set; }

    /// <summary>Memory that was swapped out and in again and still has its copy in swap, in bytes.</summary>
    [Key("SwapCached", Scale.KiB)] public long? SwapCached { get; private set; }

    /// <summary>Memory used lately, which the kernel reclaims last, in bytes.</summary>
    [Key("Active", Scale.KiB)] public long? Active { get; private set; }

    /// <summary>Memory that the kernel reclaims first, in bytes.</summary>
    [Key("Inactive", Scale.KiB)] public long? Inactive { get; private set; }

    /// <summary>The part of <see cref="Active"/> that belongs to no file, in bytes.</summary>
    [Key("Active(anon)", Scale.KiB)] public long? ActiveAnonymous { get; private set; }

    /// <summary>The part of <see cref="Inactive"/> that belongs to no file, in bytes.</summary>
    [Key("Inactive(anon)", Scale.KiB)] public long? InactiveAnonymous { get; private set; }

    /// <summary>The part of <see cref="Active"/> that belongs to files, in bytes.</summary>
    [Key("Active(file)", Scale.KiB)] public long? ActiveFile { get; private set; }

    /// <summary>The part of <see cref="Inactive"/> that belongs to files, in bytes.</summary>
    [Key("Inactive(file)", Scale.KiB)] public long? InactiveFile { get; private set; }

    /// <summary>Memory that cannot be reclaimed, in bytes: locked, or of a ramfs.</summary>
    [Key("Unevictable", Scale.KiB)] public long? Unevictable { get; private set; }

    /// <summary>Memory locked by mlock(2), in bytes.</summary>
    [Key("Mlocked", Scale.KiB)] public long? Locked { get; private set; }

    /// <summary>High memory, in bytes; null on a 64-bit kernel, which maps all memory.</summary>
    [Key("HighTotal", Scale.KiB)] public long? HighTotal { get; private set; }

    /// <summary>High memory that nothing uses, in bytes; null on a 64-bit kernel.</summary>
    [Key("HighFree", Scale.KiB)] public long? HighFree { get; private set; }

    /// <summary>Memory that a 32-bit kernel maps, in bytes; null on a 64-bit kernel.</summary>
    [Key("LowTotal", Scale.KiB)] public long? LowTotal { get; private set; }

    /// <summary>Mapped memory that nothing uses, in bytes; null on a 64-bit kernel.</summary>
    [Key("LowFree", Scale.KiB)] public long? LowFree { get; private set; }

    /// <summary>Private copies of file mappings, in bytes; null on a machine with an MMU.</summary>
    [Key("MmapCopy", Scale.KiB)] public long? MmapCopy { get; private set; }

    /// <summary>Size of all swap areas, in bytes.</summary>
    [Key("SwapTotal", Scale.KiB)] public long? SwapTotal { get; private set; }

    /// <summary>Swap that nothing uses, in bytes.</summary>
    [Key("SwapFree", Scale.KiB)] public long? SwapFree { get; private set; }

    /// <summary>Memory that the compressed swap cache takes, in bytes (since 5.19).</summary>
    [Key("Zswap", Scale.KiB)] public long? Zswap { get; private set; }

    /// <summary>Size of what the compressed swap cache holds, before compression, in bytes (since 5.19).</summary>
    [Key("Zswapped", Scale.KiB)] public long? Zswapped { get; private set; }

    /// <summary>Changed page cache that waits to be written to storage, in bytes.</summary>
    [Key("Dirty", Scale.KiB)] public long? Dirty { get; private set; }

    /// <summary>Page cache that is being written to storage, in bytes.</summary>
    [Key("Writeback", Scale.KiB)] public long? Writeback { get; private set; }

    /// <summary>Memory of programs that belongs to no file, in bytes.</summary>
    [Key("AnonPages", Scale.KiB)] public long? Anonymous { get; private set; }

    /// <summary>Page cache that programs have mapped, in bytes.</summary>
    [Key("Mapped", Scale.KiB)] public long? Mapped { get; private set; }

    /// <summary>Shared memory and tmpfs, in bytes.</summary>
    [Key("Shmem", Scale.KiB)] public long? Shared { get; private set; }

    /// <summary>Kernel memory that can be reclaimed, in bytes: <see cref="SlabReclaimable"/> and that of drivers (since 4.20).</summary>
    [Key("KReclaimable", Scale.KiB)] public long? KernelReclaimable { get; private set; }

    /// <summary>Caches of kernel objects, in bytes.</summary>
    [Key("Slab", Scale.KiB)] public long? Slab { get; private set; }

    /// <summary>The part of <see cref="Slab"/> that can be reclaimed, in bytes: directory entries and inodes.</summary>
    [Key("SReclaimable", Scale.KiB)] public long? SlabReclaimable { get; private set; }

    /// <summary>The part of <see cref="Slab"/> that cannot be reclaimed, in bytes.</summary>
    [Key("SUnreclaim", Scale.KiB)] public long? SlabUnreclaimable { get; private set; }

    /// <summary>Kernel stacks of all threads, in bytes.</summary>
    [Key("KernelStack", Scale.KiB)] public long? KernelStack { get; private set; }

    /// <summary>Shadow call stacks of all threads, in bytes; null on kernels without them.</summary>
    [Key("ShadowCallStack", Scale.KiB)] public long? ShadowCallStack { get; private set; }

    /// <summary>Page tables, in bytes.</summary>
    [Key("PageTables", Scale.KiB)] public long? PageTables { get; private set; }

    /// <summary>Page tables of virtual machines and IOMMUs, in bytes (since 6.1).</summary>
    [Key("SecPageTables", Scale.KiB)] public long? SecondaryPageTables { get; private set; }

    /// <summary>Page cache sent to an NFS server and not yet committed there, in bytes; 0 since 5.8.</summary>
    [Key("NFS_Unstable", Scale.KiB)] public long? NfsUnstable { get; private set; }

    /// <summary>Bounce buffers of block devices, in bytes; 0 on newer kernels.</summary>
    [Key("Bounce", Scale.KiB)] public long? Bounce { get; private set; }

    /// <summary>Buffers in which FUSE writes back, in bytes; 0 on newer kernels.</summary>
    [Key("WritebackTmp", Scale.KiB)] public long? WritebackTemporary { get; private set; }

    /// <summary>How much may be committed where overcommit is forbidden (<c>vm.overcommit_memory</c> is 2), in bytes.</summary>
    [Key("CommitLimit", Scale.KiB)] public long? CommitLimit { get; private set; }

    /// <summary>Memory that programs have asked for, whether or not they use it, in bytes.</summary>
    [Key("Committed_AS", Scale.KiB)] public long? Committed { get; private set; }

    /// <summary>Size of the vmalloc area of addresses, in bytes.</summary>
    [Key("VmallocTotal", Scale.KiB)] public long? VmallocTotal { get; private set; }

    /// <summary>Memory in the vmalloc area, in bytes.</summary>
    [Key("VmallocUsed", Scale.KiB)] public long? VmallocUsed { get; private set; }

    /// <summary>Largest free block of the vmalloc area, in bytes; 0 since 4.4.</summary>
    [Key("VmallocChunk", Scale.KiB)] public long? VmallocChunk { get; private set; }

    /// <summary>Memory of per-CPU allocations, in bytes (since 4.20).</summary>
    [Key("Percpu", Scale.KiB)] public long? PerCpu { get; private set; }

    /// <summary>Memory that the test at boot found bad, in bytes; null where there was no test.</summary>
    [Key("EarlyMemtestBad", Scale.KiB)] public long? EarlyMemoryTestBad { get; private set; }

    /// <summary>Memory that the kernel took out of use for hardware errors, in bytes.</summary>
    [Key("HardwareCorrupted", Scale.KiB)] public long? HardwareCorrupted { get; private set; }

    /// <summary>The part of <see cref="Anonymous"/> in transparent huge pages, in bytes.</summary>
    [Key("AnonHugePages", Scale.KiB)] public long? AnonymousHugePages { get; private set; }

    /// <summary>The part of <see cref="Shared"/> in huge pages, in bytes (since 4.8).</summary>
    [Key("ShmemHugePages", Scale.KiB)] public long? SharedHugePages { get; private set; }

    /// <summary>The part of <see cref="Shared"/> mapped by huge pages, in bytes (since 4.8).</summary>
    [Key("ShmemPmdMapped", Scale.KiB)] public long? SharedMappedHuge { get; private set; }

    /// <summary>Page cache in huge pages, in bytes (since 5.4).</summary>
    [Key("FileHugePages", Scale.KiB)] public long? FileHugePages { get; private set; }

    /// <summary>Page cache mapped by huge pages, in bytes (since 5.4).</summary>
    [Key("FilePmdMapped", Scale.KiB)] public long? FileMappedHuge { get; private set; }

    /// <summary>Memory kept for contiguous allocations, in bytes; null on kernels without them.</summary>
    [Key("CmaTotal", Scale.KiB)] public long? CmaTotal { get; private set; }

    /// <summary>The free part of <see cref="CmaTotal"/>, in bytes.</summary>
    [Key("CmaFree", Scale.KiB)] public long? CmaFree { get; private set; }

    /// <summary>Memory that a confidential guest has not yet accepted from its host, in bytes (since 6.5).</summary>
    [Key("Unaccepted", Scale.KiB)] public long? Unaccepted { get; private set; }

    /// <summary>Memory that the host has taken back through a balloon driver, in bytes (since 6.16).</summary>
    [Key("Balloon", Scale.KiB)] public long? Balloon { get; private set; }

    /// <summary>System memory that graphics drivers use, in bytes.</summary>
    [Key("GPUActive", Scale.KiB)] public long? GpuActive { get; private set; }

    /// <summary>System memory that graphics drivers keep for reuse, in bytes.</summary>
    [Key("GPUReclaim", Scale.KiB)] public long? GpuReclaimable { get; private set; }

    /// <summary>Number of huge pages of the usual size in the pool.</summary>
    [Key("HugePages_Total")] public long? HugePagesTotal { get; private set; }

    /// <summary>Number of those that are free.</summary>
    [Key("HugePages_Free")] public long? HugePagesFree { get; private set; }

    /// <summary>Number of free ones that are promised to mappings.</summary>
    [Key("HugePages_Rsvd")] public long? HugePagesReserved { get; private set; }

    /// <summary>Number of those above <c>vm.nr_hugepages</c>.</summary>
    [Key("HugePages_Surp")] public long? HugePagesSurplus { get; private set; }

    /// <summary>Size of a huge page of the usual size, in bytes.</summary>
    [Key("Hugepagesize", Scale.KiB)] public long? HugePageSize { get; private set; }

    /// <summary>Memory in the pools of huge pages of all sizes, in bytes (since 4.16).</summary>
    [Key("Hugetlb", Scale.KiB)] public long? Hugetlb { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 4 KiB, in bytes.</summary>
    [Key("DirectMap4k", Scale.KiB)] public long? DirectMap4K { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 64 KiB, in bytes; null but on PowerPC.</summary>
    [Key("DirectMap64k", Scale.KiB)] public long? DirectMap64K { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 1 MiB, in bytes; null but on s390.</summary>
    [Key("DirectMap1M", Scale.KiB)] public long? DirectMap1M { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 2 MiB, in bytes.</summary>
    [Key("DirectMap2M", Scale.KiB)] public long? DirectMap2M { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 4 MiB, in bytes; null but on 32-bit x86.</summary>
    [Key("DirectMap4M", Scale.KiB)] public long? DirectMap4M { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 1 GiB, in bytes.</summary>
    [Key("DirectMap1G", Scale.KiB)] public long? DirectMap1G { get; private set; }

    /// <summary>Memory that the kernel maps by pages of 2 GiB, in bytes; null but on s390.</summary>
    [Key("DirectMap2G", Scale.KiB)] public long? DirectMap2G { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MemoryInfo),
        new(nameof(Total), 9),
        new(nameof(Used), 9),
        new(nameof(Free), 9),
        new(nameof(Available), 9),
        new(nameof(Buffers), 9),
        new(nameof(Cached), 9),
        new(nameof(Shared), 9),
        new(nameof(SwapTotal), 9),
        new(nameof(SwapUsed), 9));

    /// <summary>How much is available: <c>21.4 GB of 23.5 GB available</c>.</summary>
    public override string ToString() => $"{Display.Size(Available ?? Free)} of {Display.Size(Total)} {(Available is null ? "free" : "available")}";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static MemoryInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var memory = new MemoryInfo();
        KeyValues.Read(text, memory, source);
        return memory;
    }
}
