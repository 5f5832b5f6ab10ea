using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/irq/&lt;irq&gt;/spurious</c>: interrupts of a line that no handler accepted. Source: irq_spurious_proc_show() of kernel/irq/proc.c.
/// </summary>
[Fields]
public sealed partial class UnhandledInterrupts : IRecord<UnhandledInterrupts>
{
    private UnhandledInterrupts()
    {
    }

    /// <summary>Interrupts since the last check; the kernel checks the line every 100,000 interrupts.</summary>
    [Key("count")] public long? Count { get; private set; }

    /// <summary>Unhandled interrupts; if nearly all are unhandled, the kernel disables the line.</summary>
    [Key("unhandled")] public long? Unhandled { get; private set; }

    /// <summary>The time of the last unhandled interrupt, since boot.</summary>
    [Key("last_unhandled", Parser = nameof(TryMilliseconds)), Unit(Unit.Duration)] public TimeSpan? LastUnhandled { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(UnhandledInterrupts),
        new(nameof(Count), 10),
        new(nameof(Unhandled), 10),
        new(nameof(LastUnhandled), 14));

    /// <summary>The numbers of interrupts and of unhandled ones.</summary>
    public override string ToString() => $"{Unhandled} of {Count} unhandled";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static UnhandledInterrupts Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var interrupts = new UnhandledInterrupts();
        KeyValues.Read(text, interrupts, source, KeyValues.Blank);
        return interrupts;
    }

    // "12 ms"
    private static bool TryMilliseconds(ReadOnlySpan<byte> value, ProcSource source, out TimeSpan? time)
    {
        TimeSpan span = default;
        bool parsed = value.EndsWith(" ms"u8) && Value.TryMilliseconds(value[..^3], source, out span);
        time = parsed ? span : null;
        return parsed;
    }
}
