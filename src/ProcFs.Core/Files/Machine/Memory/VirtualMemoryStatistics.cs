using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/vmstat</c>: what the memory of the machine is used for now, and what has happened to it since the machine started. A kernel has hundreds of
/// lines by its version and build: the well-known ones are properties, and all of them are <see cref="Counters"/>. Source: vmstat_text of mm/vmstat.c.
/// </summary>
[Fields]
public sealed partial class VirtualMemoryStatistics : IRecord<VirtualMemoryStatistics>
{
    private readonly Dictionary<string, long> _counters = [];

    private VirtualMemoryStatistics()
    {
    }

    /// <summary>Memory that nothing uses, in bytes.</summary>
    [Key("nr_free_pages", Scale.Pages)] public long? Free { get; private set; }

    /// <summary>Memory of no file that was used lately, in bytes (since 2.6.28).</summary>
    [Key("nr_active_anon", Scale.Pages)] public long? ActiveAnonymous { get; private set; }

    /// <summary>Memory of no file that the kernel reclaims first, in bytes (since 2.6.28).</summary>
    [Key("nr_inactive_anon", Scale.Pages)] public long? InactiveAnonymous { get; private set; }

    /// <summary>Page cache that was used lately, in bytes (since 2.6.28).</summary>
    [Key("nr_active_file", Scale.Pages)] public long? ActiveFile { get; private set; }

    /// <summary>Page cache that the kernel reclaims first, in bytes (since 2.6.28).</summary>
    [Key("nr_inactive_file", Scale.Pages)] public long? InactiveFile { get; private set; }

    /// <summary>Memory that cannot be reclaimed, in bytes (since 2.6.28).</summary>
    [Key("nr_unevictable", Scale.Pages)] public long? Unevictable { get; private set; }

    /// <summary>Memory locked by mlock(2), in bytes (since 2.6.28).</summary>
    [Key("nr_mlock", Scale.Pages)] public long? Locked { get; private set; }

    /// <summary>Memory of programs that belongs to no file, in bytes.</summary>
    [Key("nr_anon_pages", Scale.Pages)] public long? Anonymous { get; private set; }

    /// <summary>Page cache that programs have mapped, in bytes.</summary>
    [Key("nr_mapped", Scale.Pages)] public long? Mapped { get; private set; }

    /// <summary>Page cache, shared memory and what is swapped out and in again, in bytes.</summary>
    [Key("nr_file_pages", Scale.Pages)] public long? File { get; private set; }

    /// <summary>Shared memory and tmpfs, in bytes (since 2.6.32).</summary>
    [Key("nr_shmem", Scale.Pages)] public long? Shared { get; private set; }

    /// <summary>Changed page cache that waits to be written to storage, in bytes.</summary>
    [Key("nr_dirty", Scale.Pages)] public long? Dirty { get; private set; }

    /// <summary>Page cache that is being written to storage, in bytes.</summary>
    [Key("nr_writeback", Scale.Pages)] public long? Writeback { get; private set; }

    /// <summary>How much may be changed before programs that write have to wait, in bytes (since 2.6.37).</summary>
    [Key("nr_dirty_threshold", Scale.Pages)] public long? DirtyThreshold { get; private set; }

    /// <summary>How much may be changed before the kernel begins to write it, in bytes (since 2.6.37).</summary>
    [Key("nr_dirty_background_threshold", Scale.Pages)] public long? DirtyBackgroundThreshold { get; private set; }

    /// <summary>Caches of kernel objects that can be reclaimed, in bytes.</summary>
    [Key("nr_slab_reclaimable", Scale.Pages)] public long? SlabReclaimable { get; private set; }

    /// <summary>Caches of kernel objects that cannot be reclaimed, in bytes.</summary>
    [Key("nr_slab_unreclaimable", Scale.Pages)] public long? SlabUnreclaimable { get; private set; }

    /// <summary>Page tables, in bytes.</summary>
    [Key("nr_page_table_pages", Scale.Pages)] public long? PageTables { get; private set; }

    /// <summary>Page cache that was changed since the machine started, in bytes (since 2.6.36).</summary>
    [Key("nr_dirtied", Scale.Pages)] public long? Dirtied { get; private set; }

    /// <summary>Page cache that was written to storage since then, in bytes (since 2.6.36).</summary>
    [Key("nr_written", Scale.Pages)] public long? Written { get; private set; }

    /// <summary>What was read from block devices, in bytes; the kernel counts it in 1024 of them.</summary>
    [Key("pgpgin", Scale.BareKiB)] public long? PagedIn { get; private set; }

    /// <summary>What was written to block devices, in bytes; the kernel counts it in 1024 of them.</summary>
    [Key("pgpgout", Scale.BareKiB)] public long? PagedOut { get; private set; }

    /// <summary>What was read from swap, in bytes.</summary>
    [Key("pswpin", Scale.Pages)] public long? SwappedIn { get; private set; }

    /// <summary>What was written to swap, in bytes.</summary>
    [Key("pswpout", Scale.Pages)] public long? SwappedOut { get; private set; }

    /// <summary>Page faults, major ones included.</summary>
    [Key("pgfault")] public long? Faults { get; private set; }

    /// <summary>Page faults for which a page had to be read.</summary>
    [Key("pgmajfault")] public long? MajorFaults { get; private set; }

    /// <summary>Pages given back.</summary>
    [Key("pgfree")] public long? PagesFreed { get; private set; }

    /// <summary>Pages moved to those used lately.</summary>
    [Key("pgactivate")] public long? PagesActivated { get; private set; }

    /// <summary>Pages moved to those reclaimed first.</summary>
    [Key("pgdeactivate")] public long? PagesDeactivated { get; private set; }

    /// <summary>Pages that the kernel's own thread looked at to reclaim them; null on kernels that count it by zone.</summary>
    [Key("pgscan_kswapd")] public long? ScannedByKswapd { get; private set; }

    /// <summary>Pages that programs looked at when they had to reclaim themselves; null on kernels that count it by zone.</summary>
    [Key("pgscan_direct")] public long? ScannedDirectly { get; private set; }

    /// <summary>Pages that the kernel's own thread reclaimed; null on kernels that count it by zone.</summary>
    [Key("pgsteal_kswapd")] public long? ReclaimedByKswapd { get; private set; }

    /// <summary>Pages that programs reclaimed themselves; null on kernels that count it by zone.</summary>
    [Key("pgsteal_direct")] public long? ReclaimedDirectly { get; private set; }

    /// <summary>Pages of files that were read again soon after they were reclaimed (since 5.9).</summary>
    [Key("workingset_refault_file")] public long? RefaultsOfFiles { get; private set; }

    /// <summary>Pages of no file that were swapped in soon after they were reclaimed (since 5.9).</summary>
    [Key("workingset_refault_anon")] public long? RefaultsOfAnonymous { get; private set; }

    /// <summary>How often a program had to wait while memory was moved together; null on kernels that do not.</summary>
    [Key("compact_stall")] public long? CompactionStalls { get; private set; }

    /// <summary>Transparent huge pages given at a page fault; null on kernels without them.</summary>
    [Key("thp_fault_alloc")] public long? HugePageFaults { get; private set; }

    /// <summary>Page faults at which there was no huge page; null on kernels without them.</summary>
    [Key("thp_fault_fallback")] public long? HugePageFallbacks { get; private set; }

    /// <summary>Processes that the kernel killed because memory ran out (since 4.13).</summary>
    [Key("oom_kill")] public long? OomKills { get; private set; }

    /// <summary>Pages taken from the node that was wanted; null on kernels without NUMA.</summary>
    [Key("numa_hit")] public long? NumaHits { get; private set; }

    /// <summary>Pages taken from a node because the wanted one had none; null on kernels without NUMA.</summary>
    [Key("numa_miss")] public long? NumaMisses { get; private set; }

    /// <summary>Pages that were wanted from a node and taken from another; null on kernels without NUMA.</summary>
    [Key("numa_foreign")] public long? NumaForeign { get; private set; }

    /// <summary>All lines by the kernel's names, as it counts them: in pages, events, or what the name says.</summary>
    public IReadOnlyDictionary<string, long> Counters => _counters;

    /// <summary>Lines that hold no number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(VirtualMemoryStatistics),
        new(nameof(Free), 9),
        new(nameof(Dirty), 9),
        new(nameof(PagedIn), 9),
        new(nameof(PagedOut), 9),
        new(nameof(SwappedIn), 9),
        new(nameof(SwappedOut), 10),
        new(nameof(Faults), 12),
        new(nameof(MajorFaults), 11),
        new(nameof(OomKills), 8));

    /// <summary>What is free, and what was read and written: <c>18.4 GB free, 10.2 GB in, 45.7 GB out</c>.</summary>
    public override string ToString() => $"{Display.Size(Free)} free, {Display.Size(PagedIn)} in, {Display.Size(PagedOut)} out";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static VirtualMemoryStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var statistics = new VirtualMemoryStatistics();
        KeyTable keys = ((IFields)statistics).Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next())
        {
            var words = new FieldScanner(lines.Line);
            ReadOnlySpan<byte> name = words.Next();
            ReadOnlySpan<byte> value = Value.Trim(words.Rest);
            bool isNumber = Value.TryRead(value, source, out long number);
            int field = keys.IndexOf(name, expected);
            if (field >= 0)
            {
                ((IFields)statistics).Set(field, value, source);
                expected = field + 1;
            }
            else if (!name.IsEmpty && !isNumber)
            {
                ((IFields)statistics).Keep(name, value, source);
            }

            if (isNumber)
            {
                statistics._counters[source.Intern(name)] = number;
            }
        }

        return statistics;
    }
}
