using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/uptime</c>: the time since boot. In a time namespace it is the boot clock of that namespace. Source: proc_uptime(5), fs/proc/uptime.c.
/// </summary>
[Fields]
public sealed partial class SystemUptime : IRecord<SystemUptime>
{
    private const int Columns = 2;

    private SystemUptime()
    {
    }

    /// <summary>The time since boot, including suspended time.</summary>
    [Field(1, Scale.Seconds)] public TimeSpan? Uptime { get; private set; }

    /// <summary>The idle time of all CPUs together, which can exceed <see cref="Uptime"/>.</summary>
    [Field(2, Scale.Seconds)] public TimeSpan? IdleTime { get; private set; }

    /// <summary>The boot time; null for a capture without it in <c>stat</c>.</summary>
    public DateTimeOffset? BootTime { get; private set; }

    /// <summary>Fields unknown to this version, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SystemUptime),
        new(nameof(Uptime), 14),
        new(nameof(IdleTime), 14),
        new(nameof(BootTime), 19));

    /// <summary>The time since boot: <c>3.04:05:06</c>.</summary>
    public override string ToString() => Display.Span(Uptime);

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The line has fewer columns.</exception>
    public static SystemUptime Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.Trim((byte)'\n');
        var uptime = new SystemUptime { BootTime = source.Root.Facts.BootTime };
        return Lines.ReadFields(line, uptime, source, Columns) ? uptime : throw source.Malformed(1, line, "the time since boot and the time idle");
    }
}
