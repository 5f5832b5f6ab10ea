using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/vmstat</c>: the current memory use of the machine and the memory events since boot. A kernel has hundreds of lines, depending on its version and
/// build: the well-known ones are properties, and all of them are in <see cref="Counters"/>. Source: vmstat_text of mm/vmstat.c.
/// </summary>
[Fields]
public sealed partial class VirtualMemoryStatistics : IRecord<VirtualMemoryStatistics>
{
    private readonly Dictionary<string, long> _counters = [];

    private VirtualMemoryStatistics()
    {
    }

    /// <summary>The free memory, in bytes.</summary>
    [Key("nr_free_pages", Scale.Pages)] public long? Free { get; private set; }

    /// <summary>Active anonymous memory, in bytes (since 2.6.28).</summary>
    [Key("nr_active_anon", Scale.Pages)] public long? ActiveAnonymous { get; private set; }

    /// <summary>Inactive anonymous memory, in bytes (since 2.6.28).</summary>
    [Key("nr_inactive_anon", Scale.Pages)] public long? InactiveAnonymous { get; private set; }

    /// <summary>Active page cache, in bytes (since 2.6.28).</summary>
    [Key("nr_active_file", Scale.Pages)] public long? ActiveFile { get; private set; }

    /// <summary>Inactive page cache, in bytes (since 2.6.28).</summary>
    [Key("nr_inactive_file", Scale.Pages)] public long? InactiveFile { get; private set; }

    /// <summary>Unevictable memory, in bytes (since 2.6.28).</summary>
    [Key("nr_unevictable", Scale.Pages)] public long? Unevictable { get; private set; }

    /// <summary>Memory locked by mlock(2), in bytes (since 2.6.28).</summary>
    [Key("nr_mlock", Scale.Pages)] public long? Locked { get; private set; }

    /// <summary>Anonymous memory mapped by programs, in bytes.</summary>
    [Key("nr_anon_pages", Scale.Pages)] public long? Anonymous { get; private set; }

    /// <summary>Page cache mapped by programs, in bytes.</summary>
    [Key("nr_mapped", Scale.Pages)] public long? Mapped { get; private set; }

    /// <summary>Page cache, including shared memory and the swap cache, in bytes.</summary>
    [Key("nr_file_pages", Scale.Pages)] public long? File { get; private set; }

    /// <summary>Shared memory and tmpfs, in bytes (since 2.6.32).</summary>
    [Key("nr_shmem", Scale.Pages)] public long? Shared { get; private set; }

    /// <summary>Dirty page cache, in bytes.</summary>
    [Key("nr_dirty", Scale.Pages)] public long? Dirty { get; private set; }

    /// <summary>Page cache under writeback, in bytes.</summary>
    [Key("nr_writeback", Scale.Pages)] public long? Writeback { get; private set; }

    /// <summary>The amount of dirty memory above which writers are throttled, in bytes (since 2.6.37).</summary>
    [Key("nr_dirty_threshold", Scale.Pages)] public long? DirtyThreshold { get; private set; }

    /// <summary>The amount of dirty memory above which background writeback starts, in bytes (since 2.6.37).</summary>
    [Key("nr_dirty_background_threshold", Scale.Pages)] public long? DirtyBackgroundThreshold { get; private set; }

    /// <summary>Reclaimable slab memory, in bytes.</summary>
    [Key("nr_slab_reclaimable", Scale.Pages)] public long? SlabReclaimable { get; private set; }

    /// <summary>Unreclaimable slab memory, in bytes.</summary>
    [Key("nr_slab_unreclaimable", Scale.Pages)] public long? SlabUnreclaimable { get; private set; }

    /// <summary>Page tables, in bytes.</summary>
    [Key("nr_page_table_pages", Scale.Pages)] public long? PageTables { get; private set; }

    /// <summary>Page cache dirtied since boot, in bytes (since 2.6.36).</summary>
    [Key("nr_dirtied", Scale.Pages)] public long? Dirtied { get; private set; }

    /// <summary>Page cache written back since boot, in bytes (since 2.6.36).</summary>
    [Key("nr_written", Scale.Pages)] public long? Written { get; private set; }

    /// <summary>The bytes read from block devices; the kernel counts in units of 1024 bytes.</summary>
    [Key("pgpgin", Scale.BareKiB)] public long? PagedIn { get; private set; }

    /// <summary>The bytes written to block devices; the kernel counts in units of 1024 bytes.</summary>
    [Key("pgpgout", Scale.BareKiB)] public long? PagedOut { get; private set; }

    /// <summary>The bytes swapped in.</summary>
    [Key("pswpin", Scale.Pages)] public long? SwappedIn { get; private set; }

    /// <summary>The bytes swapped out.</summary>
    [Key("pswpout", Scale.Pages)] public long? SwappedOut { get; private set; }

    /// <summary>Page faults, including major ones.</summary>
    [Key("pgfault")] public long? Faults { get; private set; }

    /// <summary>Major page faults, which had to read a page.</summary>
    [Key("pgmajfault")] public long? MajorFaults { get; private set; }

    /// <summary>Pages freed.</summary>
    [Key("pgfree")] public long? PagesFreed { get; private set; }

    /// <summary>Pages activated.</summary>
    [Key("pgactivate")] public long? PagesActivated { get; private set; }

    /// <summary>Pages deactivated.</summary>
    [Key("pgdeactivate")] public long? PagesDeactivated { get; private set; }

    /// <summary>Pages scanned by kswapd; null on kernels that count them by zone.</summary>
    [Key("pgscan_kswapd")] public long? ScannedByKswapd { get; private set; }

    /// <summary>Pages scanned by direct reclaim; null on kernels that count them by zone.</summary>
    [Key("pgscan_direct")] public long? ScannedDirectly { get; private set; }

    /// <summary>Pages reclaimed by kswapd; null on kernels that count them by zone.</summary>
    [Key("pgsteal_kswapd")] public long? ReclaimedByKswapd { get; private set; }

    /// <summary>Pages reclaimed by direct reclaim; null on kernels that count them by zone.</summary>
    [Key("pgsteal_direct")] public long? ReclaimedDirectly { get; private set; }

    /// <summary>File pages that were read again soon after reclaim (since 5.9).</summary>
    [Key("workingset_refault_file")] public long? RefaultsOfFiles { get; private set; }

    /// <summary>Anonymous pages that were swapped in again soon after reclaim (since 5.9).</summary>
    [Key("workingset_refault_anon")] public long? RefaultsOfAnonymous { get; private set; }

    /// <summary>The number of times that an allocation stalled for compaction; null on kernels without compaction.</summary>
    [Key("compact_stall")] public long? CompactionStalls { get; private set; }

    /// <summary>Transparent huge pages allocated on page faults; null on kernels without them.</summary>
    [Key("thp_fault_alloc")] public long? HugePageFaults { get; private set; }

    /// <summary>Page faults that fell back to small pages; null on kernels without transparent huge pages.</summary>
    [Key("thp_fault_fallback")] public long? HugePageFallbacks { get; private set; }

    /// <summary>Processes killed by the OOM killer (since 4.13).</summary>
    [Key("oom_kill")] public long? OomKills { get; private set; }

    /// <summary>Pages allocated on the preferred node; null on kernels without NUMA.</summary>
    [Key("numa_hit")] public long? NumaHits { get; private set; }

    /// <summary>Pages allocated on this node although another was preferred; null on kernels without NUMA.</summary>
    [Key("numa_miss")] public long? NumaMisses { get; private set; }

    /// <summary>Pages allocated on another node although this one was preferred; null on kernels without NUMA.</summary>
    [Key("numa_foreign")] public long? NumaForeign { get; private set; }

    /// <summary>All lines by kernel name, in the units of the kernel: pages, events, or the unit in the name.</summary>
    public IReadOnlyDictionary<string, long> Counters => _counters;

    /// <summary>Lines without a number, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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

    /// <summary>The free memory, and the bytes read and written: <c>18.4 GB free, 10.2 GB in, 45.7 GB out</c>.</summary>
    public override string ToString() => $"{Display.Size(Free)} free, {Display.Size(PagedIn)} in, {Display.Size(PagedOut)} out";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
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
