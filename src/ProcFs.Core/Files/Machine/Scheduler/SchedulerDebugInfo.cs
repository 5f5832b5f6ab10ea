using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models the head of <c>/proc/sched_debug</c>, in debugfs since 5.13: the clocks and settings of the scheduler. The run queues and tasks below it are not read.
/// Source: sched_debug_header() of kernel/sched/debug.c.
/// </summary>
[Fields]
public sealed partial class SchedulerDebugInfo : IRecord<SchedulerDebugInfo>
{
    private readonly Dictionary<string, double> _settings = [];

    private SchedulerDebugInfo()
    {
    }

    /// <summary>The version of the file and the kernel: <c>v0.11, 5.10.0 #1</c>.</summary>
    public string? Version { get; private set; }

    /// <summary>The monotonic clock.</summary>
    [Key("ktime", Scale.Milliseconds), Unit(Unit.Duration)] public TimeSpan? MonotonicTime { get; private set; }

    /// <summary>The clock of the scheduler.</summary>
    [Key("sched_clk", Scale.Milliseconds), Unit(Unit.Duration)] public TimeSpan? SchedulerClock { get; private set; }

    /// <summary>The clock of the CPU.</summary>
    [Key("cpu_clk", Scale.Milliseconds), Unit(Unit.Duration)] public TimeSpan? CpuClock { get; private set; }

    /// <summary>The kernel's clock, in jiffies.</summary>
    [Key("jiffies")] public long? Jiffies { get; private set; }

    /// <summary>The settings by kernel name, with times in milliseconds.</summary>
    public IReadOnlyDictionary<string, double> Settings => _settings;

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SchedulerDebugInfo),
        new(nameof(Version), 30),
        new(nameof(MonotonicTime), 14),
        new(nameof(Jiffies), 14));

    /// <summary>The version.</summary>
    public override string ToString() => DisplayText.Escape(Version ?? "");

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static SchedulerDebugInfo Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var debug = new SchedulerDebugInfo();
        KeyTable keys = ((IFields)debug).Keys;
        int expected = 0;
        var lines = new LineScanner(text);
        while (lines.Next() && !lines.Line.StartsWith("cpu#"u8))
        {
            ReadOnlySpan<byte> line = Value.Trim(lines.Line);
            int colon = line.IndexOf((byte)':');
            ReadOnlySpan<byte> value = Value.Trim(line[(colon + 1)..]);
            if (line.StartsWith("Sched Debug Version:"u8))
            {
                debug.Version = source.Intern(value);
            }
            else if (line is [(byte)'.', ..] && colon > 0 && Value.TryRead(value, source, out double number))
            {
                debug._settings[source.Intern(Value.Trim(line[1..colon]))] = number;
            }
            else if (colon > 0)
            {
                _ = KeyValues.TryReadLine(line, debug, in keys, ref expected, source);
            }
        }

        return debug;
    }
}
