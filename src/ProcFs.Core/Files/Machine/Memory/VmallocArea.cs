using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/vmallocinfo</c>: an area of kernel addresses whose memory need not be contiguous. Source: vmalloc_info_show() of mm/vmalloc.c.
/// </summary>
public sealed partial class VmallocArea : ILine<VmallocArea>, IRow<VmallocArea>
{
    private VmallocArea()
    {
    }

    /// <summary>The start address; null if the kernel hides it (<c>kernel.kptr_restrict</c>).</summary>
    [Unit(Unit.Address)] public required ulong? Start { get; init; }

    /// <summary>The end address (exclusive); null if the kernel hides it.</summary>
    [Unit(Unit.Address)] public required ulong? End { get; init; }

    /// <summary>The size including the guard page, in bytes; null if it cannot be read.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>The caller, with the offset in the function: <c>load_module+0x19d/0x9f0</c>; null if the kernel does not report it.</summary>
    public required string? Caller { get; init; }

    /// <summary>The type: <c>vmalloc</c>, <c>vmap</c>, <c>ioremap</c>, <c>vm_map_ram</c>, <c>unpurged vm_area</c>; null if the kernel does not report it.</summary>
    public required string? Type { get; init; }

    /// <summary>The pages of the area, in bytes; null if it has none of its own.</summary>
    [Unit(Unit.Bytes)] public required long? Pages { get; init; }

    /// <summary>The mapped physical address; null except for <c>ioremap</c>.</summary>
    [Unit(Unit.Hex)] public required ulong? PhysicalAddress { get; init; }

    /// <summary>The bytes on each memory node; empty on kernels without NUMA.</summary>
    [Unit(Unit.Bytes)] public required IReadOnlyDictionary<int, long> Nodes { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<VmallocArea>.Form => "two addresses, a size and what it is for";

    internal static View View => new(
        typeof(VmallocArea),
        new(nameof(Start), 16),
        new(nameof(Size), 9),
        new(nameof(Pages), 9),
        new(nameof(Type), 12),
        new(nameof(Caller)));

    /// <summary>The start address, the size and the caller.</summary>
    public override string ToString() => DisplayText.Escape($"{Display.Address(Start)} {Display.Size(Size)} {Caller ?? Type}".Trim());

    static string IRow<VmallocArea>.NameOf(VmallocArea row) =>
        row.Start is { } start ? start.ToString("x16", CultureInfo.InvariantCulture) : "area";

    /// <inheritdoc/>
    public static VmallocArea? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> range = words.Next();
        int dash = range.IndexOf("-0x"u8);
        ReadOnlySpan<byte> size = words.Next();
        if (dash < 0 || size.IsEmpty)
        {
            return null;
        }

        var missing = default(UnavailableFields);
        var details = new Details();
        details.Take(words, source, ref missing);
        return new VmallocArea
        {
            Start = AddressOf(range[..dash], nameof(Start), ref missing),
            End = AddressOf(range[(dash + 1)..], nameof(End), ref missing),
            Size = SizeOf(size, nameof(Size), 1, ref missing),
            Caller = details.Caller,
            Type = details.Types.Count == 0 ? null : string.Join(' ', details.Types),
            Pages = details.Pages,
            PhysicalAddress = details.PhysicalAddress,
            Nodes = details.Nodes,
            Unavailable = missing.ToDictionary(),
        };
    }

    private static ulong? AddressOf(ReadOnlySpan<byte> text, string property, ref UnavailableFields missing)
    {
        bool parsed = Value.TryPrefixedHex(text, null!, out ulong address);
        missing.Add(property, !parsed ? UnavailableReason.Malformed : address == 0 ? UnavailableReason.Denied : null);
        return parsed && address != 0 ? address : null;
    }

    private static long? SizeOf(ReadOnlySpan<byte> text, string property, long unit, ref UnavailableFields missing)
    {
        bool parsed = Value.TryUnits(text, unit, out long size);
        missing.Add(property, parsed ? null : UnavailableReason.Malformed);
        return parsed ? size : null;
    }

    /// <summary>The text after the size.</summary>
    private sealed class Details
    {
        public string? Caller { get; private set; }

        public List<string> Types { get; } = [];

        public long? Pages { get; private set; }

        public ulong? PhysicalAddress { get; private set; }

        public Dictionary<int, long> Nodes { get; } = [];

        // "load_module+0x19d/0x9f0 pages=4 vmalloc N0=4"
        public void Take(FieldScanner words, ProcSource source, ref UnavailableFields missing)
        {
            long pageSize = source.Root.Facts.PageSize;
            bool isFirst = true;
            for (ReadOnlySpan<byte> word = words.Next(); !word.IsEmpty; word = words.Next())
            {
                int equals = word.IndexOf((byte)'=');
                if (word.StartsWith("pages="u8))
                {
                    Pages = SizeOf(word[(equals + 1)..], nameof(VmallocArea.Pages), pageSize, ref missing);
                }
                else if (word.StartsWith("phys="u8))
                {
                    PhysicalAddress = AddressOf(word[(equals + 1)..], nameof(VmallocArea.PhysicalAddress), ref missing);
                }
                else if (equals > 1 && word[0] == 'N' && Number.TryInt32(word[1..equals], out int node))
                {
                    Nodes[node] = SizeOf(word[(equals + 1)..], nameof(VmallocArea.Nodes), pageSize, ref missing) ?? 0;
                }
                else if (isFirst && !IsType(word))
                {
                    Caller = source.Intern(word);
                }
                else
                {
                    Types.Add(source.Intern(word));
                }

                isFirst = false;
            }
        }

        // The text in place of a missing caller.
        private static bool IsType(ReadOnlySpan<byte> word) =>
            word.SequenceEqual("unpurged"u8) || word.SequenceEqual("vm_map_ram"u8) || word.SequenceEqual("vmap"u8) || word.SequenceEqual("vmalloc"u8)
            || word.SequenceEqual("ioremap"u8) || word.SequenceEqual("user"u8);
    }
}
