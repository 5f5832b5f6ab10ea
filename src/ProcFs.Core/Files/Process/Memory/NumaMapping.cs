using System.Collections.Frozen;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/&lt;pid&gt;/numa_maps</c>: a mapping, its memory policy, and on which nodes its pages are. The kernel counts pages; these are
/// bytes, and null where the line does not tell: the kernel leaves out what is 0. Source: numa(7), show_numa_map in
/// fs/proc/task_mmu.c.
/// </summary>
[Fields]
public sealed partial class NumaMapping : ITable<NumaMapping>
{
    private NumaMapping()
    {
    }

    /// <summary>The process that it belongs to.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>Where the mapping starts.</summary>
    [Unit(Unit.Hex)] public required ulong Start { get; init; }

    /// <summary>The memory policy in the kernel's words, with its nodes: <c>default</c>, <c>bind:0-1</c>, <c>interleave=static:0,2</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>The file, exact; null for memory without one. The path of a deleted file is the one it had, without " (deleted)".</summary>
    [Unit(Unit.Path)] public string? Target { get; private set; }

    /// <summary>Whether the name that the file had is gone.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Whether it is the heap.</summary>
    public bool IsHeap { get; private set; }

    /// <summary>Whether it is the stack of the first thread.</summary>
    public bool IsStack { get; private set; }

    /// <summary>Whether its pages are those of hugetlbfs: <c>huge</c>.</summary>
    public bool IsHuge { get; private set; }

    /// <summary>
    /// The size of its pages, in bytes: <c>kernelpagesize_kB</c>; null where no page is in memory, and on kernels before 4.0, where pages are
    /// counted in those of the machine.
    /// </summary>
    [Key("kernelpagesize_kB", Scale.BareKiB)] public long? PageSize { get; private set; }

    /// <summary>Memory without a file, in bytes: <c>anon</c>.</summary>
    [Key("anon", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Anonymous { get; private set; }

    /// <summary>Changed memory, in bytes: <c>dirty</c>.</summary>
    [Key("dirty", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Dirty { get; private set; }

    /// <summary>All mapped memory, in bytes: <c>mapped</c>; null where it is what <see cref="Anonymous"/> or <see cref="Dirty"/> is.</summary>
    [Key("mapped", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Mapped { get; private set; }

    /// <summary>How many processes map the page that most do: <c>mapmax</c>; null for one.</summary>
    [Key("mapmax")] public long? MaxMapCount { get; private set; }

    /// <summary>Memory that has a place in swap, in bytes: <c>swapcache</c>.</summary>
    [Key("swapcache", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? SwapCache { get; private set; }

    /// <summary>Memory on the list of active pages, in bytes: <c>active</c>; null where all of it is.</summary>
    [Key("active", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Active { get; private set; }

    /// <summary>Memory that is being written out, in bytes: <c>writeback</c>.</summary>
    [Key("writeback", Parser = nameof(TryPages))] [Unit(Unit.Bytes)] public long? Writeback { get; private set; }

    /// <summary>Memory on each node, in bytes: <c>N0</c>, <c>N1</c>, ...</summary>
    [Unit(Unit.Bytes)] public IReadOnlyDictionary<int, long> Nodes { get; private set; } = FrozenDictionary<int, long>.Empty;

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What the kernel leaves out since it is 0 is not among them.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(NumaMapping),
        new(nameof(ProcessId), 9),
        new(nameof(Start), 16),
        new(nameof(Policy), 10),
        new(nameof(Anonymous), 9),
        new(nameof(Nodes), 14),
        new(nameof(Target)) { With = [nameof(IsDeleted), nameof(IsHeap), nameof(IsStack)], Show = Cells.Numa });

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, $"{Start:x}", Target);
}
