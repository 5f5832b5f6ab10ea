using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/pagetypeinfo</c>: the blocks of a memory zone by how far their pages can be moved. Root alone may read it. Source: pagetypeinfo_show() of
/// mm/vmstat.c.
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

    /// <summary>How far pages can be moved: <c>Unmovable</c>, <c>Movable</c>, <c>Reclaimable</c>, <c>HighAtomic</c>, <c>CMA</c>, <c>Isolate</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Free blocks by their order, from 0: one of order n is 2^n pages. Null where a count cannot be read.</summary>
    public long[]? FreeBlocks { get; private set; }

    /// <summary>Whether the kernel stopped to count at 100,000 somewhere, so as not to hold the lock for long (since 5.5).</summary>
    public bool IsCapped { get; private set; }

    /// <summary>How many blocks of <see cref="BlockSize"/> there are of this kind; null where the file does not tell.</summary>
    public long? PageBlocks { get; private set; }

    /// <summary>How many of them hold pages of other kinds too; null on kernels that do not record who uses pages.</summary>
    public long? MixedBlocks { get; private set; }

    /// <summary>The size of a block whose pages are to be of one kind, in bytes.</summary>
    [Unit(Unit.Bytes)] public long? BlockSize { get; private set; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => _malformed.ToDictionary();

    internal static View View => new(
        typeof(PageTypeZone),
        new(nameof(Node), 4),
        new(nameof(Zone), 8),
        new(nameof(Type), 12),
        new(nameof(PageBlocks), 10),
        new(nameof(FreeBlocks)));

    /// <summary>The node, the zone and the kind: <c>0 Normal Movable</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Node} {Zone} {Type}");

    static string IRow<PageTypeZone>.NameOf(PageTypeZone row) => $"{row.Node}-{row.Zone}-{row.Type}";
}
