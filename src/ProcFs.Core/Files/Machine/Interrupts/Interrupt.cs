using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/interrupts</c>: an interrupt line and the devices that use it, or a kind of interrupt internal to the processor, with its count on each
/// CPU. Source: proc_interrupts(5), show_interrupts() of kernel/irq/proc.c, arch_show_interrupts() of each architecture.
/// </summary>
public sealed class Interrupt : ITable<Interrupt>
{
    private Interrupt()
    {
    }

    /// <summary>The number of the line, or the name of an interrupt internal to the processor: <c>24</c>, <c>NMI</c>.</summary>
    public required string Irq { get; init; }

    /// <summary>The number of the line (IRQ); null for an interrupt internal to the processor.</summary>
    public required int? Number { get; init; }

    /// <summary>The count since boot on all online CPUs; null if a count cannot be read.</summary>
    public required long? Total { get; init; }

    /// <summary>The count on each online CPU, by the number of the CPU; empty for an interrupt that is not counted per CPU.</summary>
    public required IReadOnlyDictionary<int, long> Counts { get; init; }

    /// <summary>The name of the driver; null if no driver has the number.</summary>
    public required string? Chip { get; init; }

    /// <summary>The number of the interrupt at its controller; null if this kernel does not report it.</summary>
    public required long? HardwareNumber { get; init; }

    /// <summary>How the line is triggered: <c>Edge</c> or <c>Level</c>; null if this kernel does not report it.</summary>
    public required string? Trigger { get; init; }

    /// <summary>The flow handler of the line, as the kernel names it: <c>edge</c>, <c>fasteoi</c>; null if it has no name.</summary>
    public required string? Flow { get; init; }

    /// <summary>The names of the handlers, which drivers choose, usually those of the devices; empty for a line without a handler.</summary>
    public required string[] Devices { get; init; }

    /// <summary>The purpose of an interrupt internal to the processor, as the kernel describes it: <c>Local timer interrupts</c>; null for a line.</summary>
    public required string? Description { get; init; }

    /// <summary>The owner: the devices of a line, or the purpose of an interrupt internal to the processor; empty for a line without a handler.</summary>
    public string Name => Description ?? string.Join(", ", Devices);

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(Interrupt),
        new(nameof(Irq), 5),
        new(nameof(Total), 12),
        new(nameof(Counts), Cells.CpusLength) { Show = Cells.Cpus },
        new(nameof(Name), 20),
        new(nameof(Chip), 22),
        new(nameof(HardwareNumber), 14));

    /// <summary>The number or name, and the owner: <c>28 virtio0-config</c>, <c>NMI Non-maskable interrupts</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Irq} {Name}".TrimEnd());

    static string IRow<Interrupt>.NameOf(Interrupt row) => row.Irq;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<Interrupt, bool> emit) => Matrix.Read(source, Of, emit);

    // Null if the text before the colon is neither the number of a line nor a name.
    private static Interrupt? Of(ReadOnlySpan<byte> key, ReadOnlySpan<long?> counts, ReadOnlySpan<byte> rest, ReadOnlySpan<int> columns, ProcSource source)
    {
        bool isLine = Text.Number.TryInt32(key, out int number);
        if (isLine ? number < 0 : !char.IsAsciiLetter((char)key[0]))
        {
            return null;
        }

        bool isWhole = !counts.Contains(null);
        InterruptLine line = isLine ? InterruptLine.Parse(rest) : default;
        return new Interrupt
        {
            Irq = source.Intern(key),
            Number = isLine ? number : null,
            Total = isWhole ? SumOf(counts) : null,
            Counts = Matrix.ByColumn(counts, columns),
            Chip = isLine ? NameOf(line.Chip, source) : null,
            HardwareNumber = line.HardwareNumber,
            Trigger = isLine ? NameOf(line.Trigger, source) : null,
            Flow = isLine ? NameOf(line.Flow, source) : null,
            Devices = isLine ? DevicesOf(line.Devices, source) : [],
            Description = isLine ? null : NameOf(rest, source),
            Unavailable = ReasonsOf(isWhole, line),
        };
    }

    private static IReadOnlyDictionary<string, UnavailableReason> ReasonsOf(bool isWhole, in InterruptLine line)
    {
        var reasons = default(UnavailableFields);
        reasons.Add(nameof(Total), isWhole ? null : UnavailableReason.Malformed);
        reasons.Add(nameof(Counts), isWhole ? null : UnavailableReason.Malformed);
        reasons.Add(nameof(HardwareNumber), line.IsNumberOdd ? UnavailableReason.Malformed : null);
        return reasons.ToDictionary();
    }

    private static long? SumOf(ReadOnlySpan<long?> counts)
    {
        long? sum = null;
        foreach (long? count in counts)
        {
            sum = Value.Sum(sum, count);
        }

        return sum;
    }

    private static string? NameOf(ReadOnlySpan<byte> text, ProcSource source) => text.IsEmpty ? null : source.Intern(text);

    // "i801_smbus, ehci_hcd:usb1"
    private static string[] DevicesOf(ReadOnlySpan<byte> text, ProcSource source)
    {
        var devices = new List<string>();
        while (!text.IsEmpty)
        {
            int end = text.IndexOf(", "u8);
            devices.Add(source.Intern(end < 0 ? text : text[..end]));
            text = end < 0 ? default : text[(end + 2)..];
        }

        return [.. devices];
    }
}
