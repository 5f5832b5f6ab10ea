using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a block of <c>/proc/zoneinfo</c>: a memory zone with its watermarks and counters. Source: proc_zoneinfo(5), zoneinfo_show_print() of mm/vmstat.c.
/// </summary>
[Fields]
public sealed partial class MemoryZone : ITable<MemoryZone>
{
    private const string Form = "a node and a zone";

    private readonly Dictionary<string, long> _counters = [];
    private readonly Dictionary<string, long> _nodeCounters = [];
    private readonly List<ZonePageSet> _pageSets = [];

    private MemoryZone()
    {
    }

    /// <summary>The memory node.</summary>
    public required int Node { get; init; }

    /// <summary>The zone: <c>DMA</c>, <c>DMA32</c>, <c>Normal</c>, <c>HighMem</c>, <c>Movable</c>, <c>Device</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The free memory, in bytes.</summary>
    [Key("free", Scale.Pages)] public long? Free { get; private set; }

    /// <summary>The temporary boost of the watermarks, in bytes (since 5.9).</summary>
    [Key("boost", Scale.Pages)] public long? Boost { get; private set; }

    /// <summary>The minimum watermark, in bytes: below it, only urgent requests get memory.</summary>
    [Key("min", Scale.Pages)] public long? Minimum { get; private set; }

    /// <summary>The low watermark, in bytes: below it, kswapd starts to reclaim.</summary>
    [Key("low", Scale.Pages)] public long? Low { get; private set; }

    /// <summary>The high watermark, in bytes: above it, kswapd stops.</summary>
    [Key("high", Scale.Pages)] public long? High { get; private set; }

    /// <summary>The promotion watermark, in bytes: up to it, memory is demoted to slower nodes (since 6.7).</summary>
    [Key("promo", Scale.Pages)] public long? Promotion { get; private set; }

    /// <summary>Pages scanned since the last reclaim; null on kernels that do not report it here.</summary>
    [Key("scanned")] public long? Scanned { get; private set; }

    /// <summary>The span of the zone from its first to its last page, including holes, in bytes.</summary>
    [Key("spanned", Scale.Pages)] public long? Spanned { get; private set; }

    /// <summary>The size of the zone without holes, in bytes.</summary>
    [Key("present", Scale.Pages)] public long? Present { get; private set; }

    /// <summary>The memory managed by the page allocator, in bytes (since 3.10).</summary>
    [Key("managed", Scale.Pages)] public long? Managed { get; private set; }

    /// <summary>The memory reserved for contiguous allocations, in bytes (since 5.11).</summary>
    [Key("cma", Scale.Pages)] public long? Cma { get; private set; }

    /// <summary>The reserves, in pages, that must stay free when the allocation could use another zone, one for each zone in order.</summary>
    [Key("protection", Parser = nameof(TryProtection))] public long[]? Protection { get; private set; }

    /// <summary>Whether the kernel has stopped trying to reclaim memory here.</summary>
    [Key("node_unreclaimable"), Key("all_unreclaimable")] public bool? IsUnreclaimable { get; private set; }

    /// <summary>The number of the first page.</summary>
    [Key("start_pfn")] public long? FirstPage { get; private set; }

    /// <summary>The counters of the zone by kernel name, mostly in pages.</summary>
    public IReadOnlyDictionary<string, long> Counters => _counters;

    /// <summary>The counters of the node, only in its first zone (since 4.8).</summary>
    public IReadOnlyDictionary<string, long> NodeCounters => _nodeCounters;

    /// <summary>The pages that each CPU keeps in reserve.</summary>
    public IReadOnlyList<ZonePageSet> PageSets => _pageSets;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. A zone without memory has only watermarks.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MemoryZone),
        new(nameof(Node), 4),
        new(nameof(Zone), 8),
        new(nameof(Free), 9),
        new(nameof(Minimum), 9),
        new(nameof(Low), 9),
        new(nameof(High), 9),
        new(nameof(Present), 9),
        new(nameof(Managed), 9));

    /// <summary>The node and the zone: <c>0 Normal</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Node} {Zone}");

    static string IRow<MemoryZone>.NameOf(MemoryZone row) => $"{row.Node}-{row.Zone}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MemoryZone, bool> emit) =>
        Blocks.Read(source, static line => line.StartsWith("Node "u8), (block, firstLine) =>
            emit(Parse(block, source) ?? throw source.Malformed(firstLine, Blocks.FirstLine(block), Form)));

    private static MemoryZone? Parse(ReadOnlySpan<byte> block, ProcSource source)
    {
        var lines = new LineScanner(block);
        lines.Next();
        if (!ZoneName.TryTake(lines.Line, out int node, out ReadOnlySpan<byte> name, out _))
        {
            return null;
        }

        var zone = new MemoryZone { Node = node, Zone = source.Intern(name) };
        bool isOfNode = false;
        while (lines.Next())
        {
            ReadOnlySpan<byte> text = Value.Trim(lines.Line);
            bool isDeep = lines.Line.StartsWith("    "u8);
            if (text.SequenceEqual("per-node stats"u8))
            {
                isOfNode = true;
            }
            else if (text.StartsWith("pages free "u8))
            {
                isOfNode = false;
                zone.Take(text["pages "u8.Length..], zone._counters, source);
            }
            else if (!text.IsEmpty && !text.SequenceEqual("pagesets"u8) && !zone.TakePageSet(text, isDeep, source))
            {
                zone.Take(text, isOfNode ? zone._nodeCounters : zone._counters, source);
            }
        }

        return zone;
    }

    // "cpu: 0", followed by more deeply indented lines; "vm stats threshold: 8" is about the same CPU.
    private bool TakePageSet(ReadOnlySpan<byte> text, bool isDeep, ProcSource source)
    {
        if (text.StartsWith("cpu:"u8))
        {
            _pageSets.Add(new ZonePageSet());
        }

        bool isOfCpu = _pageSets.Count > 0 && (isDeep || text.StartsWith("vm stats threshold:"u8));
        if (isOfCpu)
        {
            _pageSets[^1].Take(text, source);
        }

        return isOfCpu;
    }

    private void Take(ReadOnlySpan<byte> text, Dictionary<string, long> counters, ProcSource source)
    {
        int end = text.IndexOfAny(":  \t"u8);
        ReadOnlySpan<byte> name = text[..Math.Max(end, 0)];
        ReadOnlySpan<byte> value = Value.Trim(text[(end + 1)..]);
        int field = ((IFields)this).Keys.IndexOf(name, 0);
        if (field >= 0)
        {
            ((IFields)this).Set(field, value, source);
        }
        else if (end > 0 && Value.TryRead(value, source, out long count))
        {
            counters[source.Intern(name)] = count;
        }
        else
        {
            ((IFields)this).Keep(end > 0 ? name : text, end > 0 ? value : default, source);
        }
    }

    // "(0, 1800, 7700)"
    private static bool TryProtection(ReadOnlySpan<byte> value, ProcSource source, out long[]? pages)
    {
        var numbers = new List<long>();
        pages = null;
        var parts = new FieldScanner(value.Trim("()"u8));
        while (!parts.Rest.IsEmpty)
        {
            if (!Value.TryRead(Value.Trim(parts.NextUntil((byte)',')), source, out long number))
            {
                return false;
            }

            numbers.Add(number);
        }

        pages = [.. numbers];
        return true;
    }

    private static UnavailableReason? WhyMissing(string property, bool isFound) => null;
}
