using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/uptime</c>: how long the machine has been up. In a time namespace it is that namespace's boot clock. Source: proc_uptime(5), fs/proc/uptime.c.
/// </summary>
[Fields]
public sealed partial class SystemUptime : IRecord<SystemUptime>
{
    private const int Columns = 2;

    private SystemUptime()
    {
    }

    /// <summary>How long since the machine was started, suspended time included.</summary>
    [Field(1, Scale.Seconds)] public TimeSpan? Uptime { get; private set; }

    /// <summary>How long its CPUs were idle, all of them together: it may be longer than <see cref="Uptime"/>.</summary>
    [Field(2, Scale.Seconds)] public TimeSpan? IdleTime { get; private set; }

    /// <summary>When the machine was started; null for a capture whose <c>stat</c> does not tell.</summary>
    public DateTimeOffset? BootTime { get; private set; }

    /// <summary>Fields that this version does not know, by their numbers.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SystemUptime),
        new(nameof(Uptime), 14),
        new(nameof(IdleTime), 14),
        new(nameof(BootTime), 19));

    /// <summary>How long the machine has been up: <c>3.04:05:06</c>.</summary>
    public override string ToString() => Display.Span(Uptime);

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    /// <exception cref="ProcException">The line has fewer columns.</exception>
    public static SystemUptime Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ReadOnlySpan<byte> line = text.Trim((byte)'\n');
        var uptime = new SystemUptime { BootTime = source.Root.Facts.BootTime };
        return Lines.ReadFields(line, uptime, source, Columns) ? uptime : throw source.Malformed(1, line, "the time since boot and the time idle");
    }
}
