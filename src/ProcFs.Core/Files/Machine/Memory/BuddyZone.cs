using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/buddyinfo</c>: the free blocks of a memory zone by order. A block of order <c>n</c> has 2^n contiguous pages. Source:
/// Documentation/filesystems/proc.rst, frag_show_print() of mm/vmstat.c.
/// </summary>
public sealed class BuddyZone : ILine<BuddyZone>, IRow<BuddyZone>
{
    private BuddyZone()
    {
    }

    /// <summary>The memory node.</summary>
    public required int Node { get; init; }

    /// <summary>The zone: <c>DMA</c>, <c>DMA32</c>, <c>Normal</c>, <c>HighMem</c>, <c>Movable</c>, <c>Device</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The number of free blocks by order, from 0; null if a count cannot be read.</summary>
    public required long[]? FreeBlocks { get; init; }

    /// <summary>The memory in all these blocks, in bytes.</summary>
    [Unit(Unit.Bytes)] public required long? FreeSize { get; init; }

    /// <summary>The size of the largest free block, in bytes; 0 if none is free.</summary>
    [Unit(Unit.Bytes)] public required long? LargestBlock { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<BuddyZone>.Form => "a node, a zone and numbers of free blocks";

    internal static View View => new(
        typeof(BuddyZone),
        new(nameof(Node), 4),
        new(nameof(Zone), 8),
        new(nameof(FreeSize), 9),
        new(nameof(LargestBlock), 12),
        new(nameof(FreeBlocks)));

    /// <summary>The node and the zone: <c>0 Normal</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Node} {Zone}");

    static string IRow<BuddyZone>.NameOf(BuddyZone row) => $"{row.Node}-{row.Zone}";

    /// <inheritdoc/>
    public static BuddyZone? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!ZoneName.TryTake(line, out int node, out ReadOnlySpan<byte> zone, out ReadOnlySpan<byte> rest))
        {
            return null;
        }

        bool parsed = Value.TryRead(rest, source, out long[] counts);
        return new BuddyZone
        {
            Node = node,
            Zone = source.Intern(zone),
            FreeBlocks = parsed ? counts : null,
            FreeSize = parsed ? SizeOf(counts, source.Root.Facts.PageSize) : null,
            LargestBlock = parsed ? LargestOf(counts, source.Root.Facts.PageSize) : null,
            Unavailable = parsed
                ? UnavailableFields.None
                : UnavailableFields.OfMissing(UnavailableReason.Malformed, (nameof(FreeBlocks), null), (nameof(FreeSize), null), (nameof(LargestBlock), null)),
        };
    }

    private static long SizeOf(long[] counts, long pageSize)
    {
        Int128 pages = 0;
        for (int order = 0; order < Math.Min(counts.Length, 63); order++)
        {
            pages += (Int128)counts[order] << order;
        }

        return Saturating.Clamp(pages * pageSize);
    }

    private static long LargestOf(long[] counts, long pageSize)
    {
        int order = Array.FindLastIndex(counts, count => count > 0);
        return order < 0 ? 0 : Saturating.Clamp((Int128)pageSize << Math.Min(order, 62));
    }
}
