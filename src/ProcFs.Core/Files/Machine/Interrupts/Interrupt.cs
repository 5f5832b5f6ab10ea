using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/interrupts</c>: an interrupt line and the devices that use it, or one of the processor's own kinds of interrupt, and how often each CPU has
/// taken it. Source: proc_interrupts(5), show_interrupts() of kernel/irq/proc.c, arch_show_interrupts() of each architecture.
/// </summary>
public sealed class Interrupt : ITable<Interrupt>
{
    private Interrupt()
    {
    }

    /// <summary>The number of the line, or the name of the processor's own kind: <c>24</c>, <c>NMI</c>.</summary>
    public required string Irq { get; init; }

    /// <summary>The number of the line (IRQ); null for a kind of the processor's own.</summary>
    public required int? Number { get; init; }

    /// <summary>How often it has been taken since the machine started, on all online CPUs; null where a count cannot be read.</summary>
    public required long? Total { get; init; }

    /// <summary>How often each online CPU has taken it, by the number of the CPU; empty for what is not counted by CPU.</summary>
    public required IReadOnlyDictionary<int, long> Counts { get; init; }

    /// <summary>The interrupt controller, as its driver names it: <c>IO-APIC</c>, <c>GICv3</c>; null for a kind of the processor's own.</summary>
    public required string? Chip { get; init; }

    /// <summary>The number of the interrupt at its controller; null where this kernel does not tell it.</summary>
    public required long? HardwareNumber { get; init; }

    /// <summary>How the line is signalled: <c>Edge</c> or <c>Level</c>; null where this kernel does not tell it.</summary>
    public required string? Trigger { get; init; }

    /// <summary>How the kernel handles the line, in its words: <c>edge</c>, <c>fasteoi</c>; null where it has no name for that.</summary>
    public required string? Flow { get; init; }

    /// <summary>Names of the handlers, which drivers give, most often the device's; empty for a line that nobody handles.</summary>
    public required string[] Devices { get; init; }

    /// <summary>What a kind of the processor's own is for, in the kernel's words: <c>Local timer interrupts</c>; null for a line.</summary>
    public required string? Description { get; init; }

    /// <summary>Whose it is: the devices of a line, or what a kind of the processor's own is for; empty for a line that nobody handles.</summary>
    public string Name => Description ?? string.Join(", ", Devices);

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(Interrupt),
        new(nameof(Irq), 5),
        new(nameof(Total), 12),
        new(nameof(Chip), 22),
        new(nameof(HardwareNumber), 14),
        new(nameof(Name)));

    /// <summary>The number or name, and whose it is: <c>28 virtio0-config</c>, <c>NMI Non-maskable interrupts</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{Irq} {Name}".TrimEnd());

    static string IRow<Interrupt>.NameOf(Interrupt row) => row.Irq;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<Interrupt, bool> emit) => Matrix.Read(source, Of, emit);

    // Null where what stands before the colon is neither the number of a line nor a name.
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
