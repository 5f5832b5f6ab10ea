using System.Collections.Frozen;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/numa_maps</c>: a mapping, its memory policy, and the nodes of its pages. The kernel counts pages; these values are in
/// bytes, and null if the line does not include them, because the kernel omits zeros. Source: numa(7), show_numa_map in fs/proc/task_mmu.c.
/// </summary>
[Fields]
public sealed partial class NumaMapping : ITable<NumaMapping>
{
    private NumaMapping()
    {
    }

    /// <summary>The id of the process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The start address of the mapping.</summary>
    [Unit(Unit.Hex)] public required ulong Start { get; init; }

    /// <summary>The memory policy as the kernel writes it, with its nodes: <c>default</c>, <c>bind:0-1</c>, <c>interleave=static:0,2</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>The exact path of the file; null for memory without one. The path of a deleted file is its former path, without " (deleted)".</summary>
    [Unit(Unit.Path)] public string? Target { get; private set; }

    /// <summary>Whether the file was deleted.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether it is the heap.</summary>
    public bool IsHeap { get; private set; }

    /// <summary>Whether it is the stack of the first thread.</summary>
    public bool IsStack { get; private set; }

    /// <summary>Whether its pages are huge pages (hugetlbfs): <c>huge</c>.</summary>
    public bool IsHuge { get; private set; }

    /// <summary>
    /// The page size, in bytes: <c>kernelpagesize_kB</c>; null if no page is resident, and on kernels before 4.0, which count pages of the base size.
    /// </summary>
    [Key("kernelpagesize_kB", Scale.BareKiB)] public long? PageSize { get; private set; }

    /// <summary>Anonymous memory, in bytes: <c>anon</c>.</summary>
    [Key("anon", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Anonymous { get; private set; }

    /// <summary>Dirty memory, in bytes: <c>dirty</c>.</summary>
    [Key("dirty", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Dirty { get; private set; }

    /// <summary>All mapped memory, in bytes: <c>mapped</c>; null if it equals <see cref="Anonymous"/> or <see cref="Dirty"/>.</summary>
    [Key("mapped", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Mapped { get; private set; }

    /// <summary>The number of processes that map the most shared page: <c>mapmax</c>; null for one.</summary>
    [Key("mapmax")] public long? MaxMapCount { get; private set; }

    /// <summary>Memory in the swap cache, in bytes: <c>swapcache</c>.</summary>
    [Key("swapcache", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? SwapCache { get; private set; }

    /// <summary>Memory on the active list, in bytes: <c>active</c>; null if all of it is.</summary>
    [Key("active", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Active { get; private set; }

    /// <summary>Memory under writeback, in bytes: <c>writeback</c>.</summary>
    [Key("writeback", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Writeback { get; private set; }

    /// <summary>Memory on each node, in bytes: <c>N0</c>, <c>N1</c>, ...</summary>
    [Unit(Unit.Bytes)] public IReadOnlyDictionary<int, long> Nodes { get; private set; } = FrozenDictionary<int, long>.Empty;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. Properties that the kernel omits because they are 0 are not included.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NumaMapping),
        new(nameof(ProcessId), 9),
        new(nameof(Start), 16),
        new(nameof(Policy), 10),
        new(nameof(Anonymous), 9),
        new(nameof(Nodes), 14),
        new(nameof(Target)) { With = [nameof(IsDeleted), nameof(IsHeap), nameof(IsStack)], Show = Cells.Numa });

    /// <summary>The process and the item, on one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Start:x}", Target);
}
