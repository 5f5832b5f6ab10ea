using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/&lt;pid&gt;/smaps</c>: a mapping and the memory that it uses. Sizes are bytes, and null where this kernel does not give
/// them. Source: proc_pid_smaps(5), fs/proc/task_mmu.c.
/// </summary>
public sealed class MemoryMappingUsage : MemoryMapping, ITable<MemoryMappingUsage>
{
    private readonly MemoryCounters _counters;

    private MemoryMappingUsage(in MapsLine line, MappingName name, MemoryCounters counters, ProcSource source)
        : base(line, name, source) => _counters = counters;

    /// <summary>The size of a page that the kernel counts in here, in bytes.</summary>
    public long? KernelPageSize => _counters[MemoryCounter.KernelPageSize];

    /// <summary>The size of a page that the processor is given, in bytes.</summary>
    public long? MmuPageSize => _counters[MemoryCounter.MmuPageSize];

    /// <summary>What is in memory, in bytes.</summary>
    public long? Rss => _counters[MemoryCounter.Rss];

    /// <summary>The share of it: pages that several processes map count in parts. In bytes.</summary>
    public long? Pss => _counters[MemoryCounter.Pss];

    /// <summary>The part of the share that was changed, in bytes (since 6.0).</summary>
    public long? PssDirty => _counters[MemoryCounter.PssDirty];

    /// <summary>Resident pages that others map too and nobody changed, in bytes.</summary>
    public long? SharedClean => _counters[MemoryCounter.SharedClean];

    /// <summary>Resident pages that others map too and somebody changed, in bytes.</summary>
    public long? SharedDirty => _counters[MemoryCounter.SharedDirty];

    /// <summary>Resident pages that nobody else maps and that were not changed, in bytes.</summary>
    public long? PrivateClean => _counters[MemoryCounter.PrivateClean];

    /// <summary>Resident pages that nobody else maps and that were changed, in bytes.</summary>
    public long? PrivateDirty => _counters[MemoryCounter.PrivateDirty];

    /// <summary>Resident pages that were touched lately, in bytes.</summary>
    public long? Referenced => _counters[MemoryCounter.Referenced];

    /// <summary>Resident memory that belongs to no file, in bytes.</summary>
    public long? Anonymous => _counters[MemoryCounter.Anonymous];

    /// <summary>Pages merged with equal ones of others, in bytes (since 6.5).</summary>
    public long? Ksm => _counters[MemoryCounter.Ksm];

    /// <summary>Pages given up by madvise(MADV_FREE) that are still there, in bytes.</summary>
    public long? LazyFree => _counters[MemoryCounter.LazyFree];

    /// <summary>Anonymous memory in transparent huge pages, in bytes.</summary>
    public long? AnonHugePages => _counters[MemoryCounter.AnonHugePages];

    /// <summary>Shared memory in transparent huge pages, in bytes.</summary>
    public long? ShmemPmdMapped => _counters[MemoryCounter.ShmemPmdMapped];

    /// <summary>Page cache of files in transparent huge pages, in bytes.</summary>
    public long? FilePmdMapped => _counters[MemoryCounter.FilePmdMapped];

    /// <summary>Shared pages of hugetlbfs, in bytes; not part of <see cref="Rss"/>.</summary>
    public long? SharedHugetlb => _counters[MemoryCounter.SharedHugetlb];

    /// <summary>Private pages of hugetlbfs, in bytes; not part of <see cref="Rss"/>.</summary>
    public long? PrivateHugetlb => _counters[MemoryCounter.PrivateHugetlb];

    /// <summary>Memory that is swapped out, in bytes.</summary>
    public long? Swap => _counters[MemoryCounter.Swap];

    /// <summary>The share of it: what several processes have swapped out counts in parts. In bytes.</summary>
    public long? SwapPss => _counters[MemoryCounter.SwapPss];

    /// <summary>The share of memory that is locked, in bytes.</summary>
    public long? Locked => _counters[MemoryCounter.Locked];

    /// <summary>Whether the mapping may get transparent huge pages: <c>THPeligible</c> (since 5.0).</summary>
    public bool? IsThpEligible => _counters.IsThpEligible;

    /// <summary>The memory protection key (pkeys(7)); null where the processor has none.</summary>
    public int? ProtectionKey => _counters.ProtectionKey;

    /// <summary>What the kernel may do with the mapping: <c>VmFlags</c>.</summary>
    public MappingFlags? Flags => _counters.Flags;

    /// <summary>Fields, and under <c>VmFlags</c> flags, that this version does not know, as text.</summary>
    public IReadOnlyDictionary<string, string> Additional => _counters.Additional;

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable =>
        _counters.Unavailable(MemoryCounter.PssAnon, MemoryCounter.PssFile, MemoryCounter.PssShmem);

    /// <summary>Reads the mappings of the selected processes, and what each uses.</summary>
    internal static new IEnumerable<Outcome<MemoryMappingUsage>> Read(
        ProcessSelection selection,
        MemoryMappingFilter filter,
        ReadSummary summary,
        CancellationToken cancellation = default) =>
        ProcessReading.Run<MemoryMappingUsage>(
            selection,
            "smaps",
            (process, emit, report) =>
            {
                bool any = ReadRows(new ProcSource(process, "smaps") { Report = report }, filter, emit.Always());
                return any ? Errno.None : Errno.ENODATA;
            },
            summary,
            cancellation);

    static string IRow<MemoryMappingUsage>.NameOf(MemoryMappingUsage row) => row.Range;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MemoryMappingUsage, bool> emit) => ReadRows(source, MemoryMappingFilter.None, emit);

    private static bool ReadRows(ProcSource source, MemoryMappingFilter filter, Func<MemoryMappingUsage, bool> emit)
    {
        var names = new MappingNames(source);
        return SmapsReader.Read(source, (in MapsLine line, ReadOnlySpan<byte> text, int linesBefore) =>
        {
            MappingName name = names.Of(line);
            return !filter.Accepts(name.Path) || emit(new MemoryMappingUsage(line, name, MemoryCounters.Parse(text, linesBefore, source), source));
        });
    }
}
