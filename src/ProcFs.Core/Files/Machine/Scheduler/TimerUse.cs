using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/timer_stats</c>, before Linux 4.11: how often a timer was started, and by whom. Writing 1 starts the count, and 0 stops it. Source:
/// tstats_show() of kernel/time/timer_stats.c.
/// </summary>
public sealed class TimerUse : ITable<TimerUse>
{
    private TimerUse()
    {
    }

    /// <summary>How often the timer was started in the sample period.</summary>
    public required long Count { get; init; }

    /// <summary>Whether the timer may expire late, so as not to wake an idle CPU.</summary>
    public required bool IsDeferrable { get; init; }

    /// <summary>The id of the process that started it; 0 for the idle task.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The short name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The kernel function that started the timer.</summary>
    public required string Starter { get; init; }

    /// <summary>The kernel function that is called when it expires.</summary>
    public required string Callback { get; init; }

    /// <summary>The sample period; null if it cannot be read.</summary>
    [Unit(Unit.Duration)] public required TimeSpan? SamplePeriod { get; init; }

    internal static View View => new(
        typeof(TimerUse),
        new(nameof(Count), 8),
        new(nameof(ProcessId), 9) { IsKey = true },
        new(nameof(ProcessName), 16) { IsKey = true },
        new(nameof(Starter), 32),
        new(nameof(Callback)));

    /// <summary>The process and the function that started the timer: <c>2012:hrtimer_start</c>.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Starter);

    static string IRow<TimerUse>.NameOf(TimerUse row) => $"{row.ProcessId}-{row.Starter}".Replace('/', '_');

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<TimerUse, bool> emit)
    {
        TimeSpan? period = null;
        Lines.ReadSections(
            source,
            static line => line.StartsWith("Timer Stats"u8) || line.StartsWith("Sample period:"u8) || line.StartsWith("Overflow:"u8) || line.StartsWith("Collection:"u8) || line.IndexOf(" total events"u8) > 0,
            line => period = PeriodOf(line, source) ?? period,
            (line, from) => Parse(line, period, from),
            "a count, a process and two functions",
            emit);
    }

    // "Sample period: 3.888 s"
    private static TimeSpan? PeriodOf(ReadOnlySpan<byte> line, ProcSource source)
    {
        ReadOnlySpan<byte> head = "Sample period:"u8;
        var words = new FieldScanner(line.StartsWith(head) ? line[head.Length..] : default);
        return Value.TrySeconds(words.Next(), source, out TimeSpan time) ? time : null;
    }

    // "  12D,  2012 my program       hrtimer_start (tick_sched_timer)": the name of a process is padded to 16 bytes.
    private static TimerUse? Parse(ReadOnlySpan<byte> line, TimeSpan? period, ProcSource source)
    {
        var fields = new FieldScanner(line);
        ReadOnlySpan<byte> count = Value.Trim(fields.NextUntil((byte)','));
        bool isDeferrable = count.EndsWith("D"u8);
        bool isRow = Number.TryInt64(isDeferrable ? count[..^1] : count, out long times) & fields.TryInt32(out int process);
        ReadOnlySpan<byte> rest = Value.Trim(fields.Rest);
        int open = rest.LastIndexOf(" ("u8);
        int start = rest[..Math.Max(open, 0)].LastIndexOf((byte)' ');
        return !isRow || start < 1 || rest[^1] != ')' ? null : new TimerUse
        {
            Count = times,
            IsDeferrable = isDeferrable,
            ProcessId = process,
            ProcessName = source.Intern(Value.Trim(rest[..start])),
            Starter = source.Intern(rest[(start + 1)..open]),
            Callback = source.Intern(rest[(open + 2)..^1]),
            SamplePeriod = period,
        };
    }
}
