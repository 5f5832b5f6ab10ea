using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/iomem</c> or <c>/proc/ioports</c>: a range of physical addresses or I/O ports, and its owner. Ranges are nested. The kernel shows
/// addresses only to callers with CAP_SYS_ADMIN. Source: proc_iomem(5), proc_ioports(5), r_show() of kernel/resource.c.
/// </summary>
public sealed class AddressResource : ITable<AddressResource>
{
    private const string Form = "a range and its owner";

    private AddressResource()
    {
    }

    /// <summary>The first address or port; null if it is hidden.</summary>
    [Unit(Unit.Hex)] public required ulong? Start { get; init; }

    /// <summary>The last address or port; null if it is hidden.</summary>
    [Unit(Unit.Hex)] public required ulong? End { get; init; }

    /// <summary>The number of addresses or ports, in bytes; null if they are hidden.</summary>
    [Unit(Unit.Bytes)] public long? Size => End >= Start ? Saturating.Clamp((Int128)End.Value - Start.Value + 1) : null;

    /// <summary>The owner: <c>System RAM</c>, <c>PCI Bus 0000:00</c>, a driver.</summary>
    public required string Name { get; init; }

    /// <summary>The number of ranges that enclose it; the innermost of them is the last preceding range with a smaller depth.</summary>
    public required int Depth { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(AddressResource),
        new(nameof(Start), 16),
        new(nameof(End), 16),
        new(nameof(Size), 9),
        new(nameof(Name)) { With = [nameof(Depth)], Show = Cells.Indented });

    /// <summary>The range and its owner: <c>100000-bfffffff System RAM</c>.</summary>
    public override string ToString() => DisplayText.Escape(Start is null ? Name : $"{Start:x}-{End:x} {Name}");

    static string IRow<AddressResource>.NameOf(AddressResource row) =>
        row.Start is { } start && row.End is { } end ? string.Create(CultureInfo.InvariantCulture, $"{start:x}-{end:x}") : row.Name.Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<AddressResource, bool> emit) =>
        Lines.Read(source, static (line, _, from) => Parse(line, from), Form, emit);

    // Two spaces for each enclosing range.
    private static AddressResource? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ReadOnlySpan<byte> text = line.TrimStart((byte)' ');
        int colon = text.IndexOf(" : "u8);
        int dash = text.IndexOf((byte)'-');
        if (colon < 1 || dash < 0 || dash > colon)
        {
            return null;
        }

        bool isHidden = text[..colon].IndexOfAnyExcept("0-"u8) < 0;
        var missing = default(UnavailableFields);
        return new AddressResource
        {
            Start = AddressOf(text[..dash], isHidden, nameof(Start), ref missing),
            End = AddressOf(text[(dash + 1)..colon], isHidden, nameof(End), ref missing),
            Name = source.Intern(text[(colon + 3)..]),
            Depth = (line.Length - text.Length) / 2,
            Unavailable = missing.ToDictionary(),
        };
    }

    private static ulong? AddressOf(ReadOnlySpan<byte> text, bool isHidden, string property, ref UnavailableFields missing)
    {
        bool parsed = Number.TryHex(text, out ulong address);
        missing.Add(property, !parsed ? UnavailableReason.Malformed : isHidden ? UnavailableReason.Denied : null);
        return parsed && !isHidden ? address : null;
    }
}
