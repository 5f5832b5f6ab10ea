using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a line of <c>/proc/bus/pci/devices</c>: a function of a PCI device. Source: show_device() of drivers/pci/proc.c.</summary>
public sealed class PciDevice : ILine<PciDevice>, IRow<PciDevice>
{
    private const int RegionCount = 7;

    private PciDevice()
    {
    }

    /// <summary>The number of the bus; the file does not include the domain.</summary>
    public required int Bus { get; init; }

    /// <summary>The number of the device on the bus.</summary>
    public required int Slot { get; init; }

    /// <summary>The number of the function.</summary>
    public required int Function { get; init; }

    /// <summary>The vendor number.</summary>
    [Unit(Unit.Hex)] public required int Vendor { get; init; }

    /// <summary>The device number of the vendor.</summary>
    [Unit(Unit.Hex)] public required int Device { get; init; }

    /// <summary>The interrupt; 0 if it has none.</summary>
    public required int? Irq { get; init; }

    /// <summary>The start of its six regions and its ROM; the lowest bits are the type of the region. 0 for a missing region.</summary>
    [Unit(Unit.Hex)] public required ulong[]? Regions { get; init; }

    /// <summary>The sizes of these, in bytes.</summary>
    [Unit(Unit.Bytes)] public required long[]? RegionSizes { get; init; }

    /// <summary>The driver; null for none.</summary>
    public required string? Driver { get; init; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<PciDevice>.Form => "an address, two numbers, an interrupt and regions";

    internal static View View => new(
        typeof(PciDevice),
        new(nameof(Bus), 4),
        new(nameof(Slot), 4),
        new(nameof(Function), 8),
        new(nameof(Vendor), 6),
        new(nameof(Device), 6),
        new(nameof(Irq), 4),
        new(nameof(Driver)));

    /// <summary>The address as in lspci(8), and the numbers: <c>00:01.0 1af4:1045</c>.</summary>
    public override string ToString() => $"{Bus:x2}:{Slot:x2}.{Function:x} {Vendor:x4}:{Device:x4}";

    static string IRow<PciDevice>.NameOf(PciDevice row) => $"{row.Bus:x2}:{row.Slot:x2}.{row.Function:x}";

    /// <inheritdoc/>
    public static PciDevice? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> place = words.Next();
        ReadOnlySpan<byte> identity = words.Next();
        if (place.Length != 4 || identity.Length != 8 || !Number.TryHex(place, out ulong address) | !Number.TryHex(identity, out ulong ids))
        {
            return null;
        }

        var missing = default(UnavailableFields);
        bool isIrq = Value.TryHex(words.Next(), source, out int irq);
        missing.Add(nameof(Irq), isIrq ? null : UnavailableReason.Malformed);
        ulong[]? regions = TakeNumbers(ref words, nameof(Regions), ref missing);
        ulong[]? sizes = TakeNumbers(ref words, nameof(RegionSizes), ref missing);
        ReadOnlySpan<byte> driver = words.Next();
        return new PciDevice
        {
            Bus = (int)(address >> 8),
            Slot = (int)(address >> 3 & 0x1f),
            Function = (int)(address & 7),
            Vendor = (int)(ids >> 16),
            Device = (int)(ids & 0xffff),
            Irq = isIrq ? irq : null,
            Regions = regions,
            RegionSizes = sizes is null ? null : [.. sizes.Select(size => unchecked((long)size))],
            Driver = driver.IsEmpty ? null : source.Intern(driver),
            Unavailable = missing.ToDictionary(),
        };
    }

    private static ulong[]? TakeNumbers(ref FieldScanner words, string property, ref UnavailableFields missing)
    {
        ulong[] numbers = new ulong[RegionCount];
        bool parsed = true;
        foreach (ref ulong number in numbers.AsSpan())
        {
            parsed &= Number.TryHex(words.Next(), out number);
        }

        missing.Add(property, parsed ? null : UnavailableReason.Malformed);
        return parsed ? numbers : null;
    }
}
