using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/irq/&lt;irq&gt;/spurious</c>: interrupts of a line that no handler knew. Source: irq_spurious_proc_show() of kernel/irq/proc.c.</summary>
[Fields]
public sealed partial class UnhandledInterrupts : IRecord<UnhandledInterrupts>
{
    private UnhandledInterrupts()
    {
    }

    /// <summary>Interrupts since the kernel last looked at the line; it looks every 100,000.</summary>
    [Key("count")] public long? Count { get; private set; }

    /// <summary>Those that nobody handled; where they are nearly all, the kernel turns the line off.</summary>
    [Key("unhandled")] public long? Unhandled { get; private set; }

    /// <summary>When the last of them came, as the time since the machine was started.</summary>
    [Key("last_unhandled", Parser = nameof(TryMilliseconds)), Unit(Unit.Duration)] public TimeSpan? LastUnhandled { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(UnhandledInterrupts),
        new(nameof(Count), 10),
        new(nameof(Unhandled), 10),
        new(nameof(LastUnhandled), 14));

    /// <summary>How many came, and how many nobody handled.</summary>
    public override string ToString() => $"{Unhandled} of {Count} unhandled";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
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
