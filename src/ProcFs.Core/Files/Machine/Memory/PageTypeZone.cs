using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/pagetypeinfo</c>: the blocks of a memory zone by mobility. Only root can read it. Source: pagetypeinfo_show() of mm/vmstat.c.
/// </summary>
public sealed partial class PageTypeZone : ITable<PageTypeZone>
{
    private UnavailableFields _malformed;

    private PageTypeZone()
    {
    }

    /// <summary>The memory node.</summary>
    public required int Node { get; init; }

    /// <summary>The zone: <c>DMA32</c>, <c>Normal</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The mobility: <c>Unmovable</c>, <c>Movable</c>, <c>Reclaimable</c>, <c>HighAtomic</c>, <c>CMA</c>, <c>Isolate</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The number of free blocks by order, from 0: a block of order n has 2^n pages. Null if a count cannot be read.</summary>
    public long[]? FreeBlocks { get; private set; }

    /// <summary>Whether the kernel stopped counting at 100,000 somewhere, to limit the time with the lock held (since 5.5).</summary>
    public bool IsCapped { get; private set; }

    /// <summary>The number of blocks of <see cref="BlockSize"/> with this mobility; null if the file does not include it.</summary>
    public long? PageBlocks { get; private set; }

    /// <summary>The number of these blocks that also contain pages of other mobility; null on kernels that do not record the owners of pages.</summary>
    public long? MixedBlocks { get; private set; }

    /// <summary>The size of a block whose pages should have the same mobility, in bytes.</summary>
    [Unit(Unit.Bytes)] public long? BlockSize { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => _malformed.ToDictionary();

    internal static View View => new(
        typeof(PageTypeZone),
        new(nameof(Node), 4),
        new(nameof(Zone), 8),
        new(nameof(Type), 12),
        new(nameof(PageBlocks), 10),
        new(nameof(FreeBlocks)));

    /// <summary>The node, the zone and the mobility: <c>0 Normal Movable</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Node} {Zone} {Type}");

    static string IRow<PageTypeZone>.NameOf(PageTypeZone row) => $"{row.Node}-{row.Zone}-{row.Type}";
}
