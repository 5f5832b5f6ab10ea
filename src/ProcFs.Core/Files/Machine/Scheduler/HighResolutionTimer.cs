using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a pending timer of <c>/proc/timer_list</c> on a CPU. The clocks and tick devices of the file are not included. Source: print_timer() of
/// kernel/time/timer_list.c.
/// </summary>
public sealed class HighResolutionTimer : ITable<HighResolutionTimer>
{
    private const string Form = "a timer, and below it when it expires";

    private UnavailableFields _malformed;

    private HighResolutionTimer()
    {
    }

    /// <summary>The CPU.</summary>
    public int? Cpu { get; private set; }

    /// <summary>The number of its clock.</summary>
    public int? Clock { get; private set; }

    /// <summary>The position among the timers of the clock, the next to expire first.</summary>
    public int? Number { get; private set; }

    /// <summary>The function to be called when it expires: <c>hrtimer_wakeup</c>.</summary>
    public string Function { get; private set; } = "";

    /// <summary>The state as a number: <c>01</c> for pending.</summary>
    public string? State { get; private set; }

    /// <summary>The earliest expiry, on its clock.</summary>
    [Unit(Unit.Duration)] public TimeSpan? Expires { get; private set; }

    /// <summary>The latest expiry.</summary>
    [Unit(Unit.Duration)] public TimeSpan? ExpiresLatest { get; private set; }

    /// <summary>The time until the earliest expiry when the file was read.</summary>
    [Unit(Unit.Duration)] public TimeSpan? TimeLeft { get; private set; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => _malformed.ToDictionary();

    internal static View View => new(
        typeof(HighResolutionTimer),
        new(nameof(Cpu), 4),
        new(nameof(Clock), 5),
        new(nameof(Number), 6),
        new(nameof(Function), 30),
        new(nameof(TimeLeft), 12),
        new(nameof(Expires), 16));

    /// <summary>The CPU and the function: <c>cpu0 hrtimer_wakeup</c>.</summary>
    public override string ToString() => DisplayText.Escape($"cpu{Cpu} {Function}");

    static string IRow<HighResolutionTimer>.NameOf(HighResolutionTimer row) => $"{row.Cpu}-{row.Clock}-{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<HighResolutionTimer, bool> emit)
    {
        (int? cpu, int? clock) = (null, null);
        HighResolutionTimer? timer = null;
        Lines.ReadSections(
            source,
            static line => !line.StartsWith(" # expires at "u8),
            line =>
            {
                cpu = line.StartsWith("cpu: "u8) ? NumberOf(line["cpu: "u8.Length..]) : cpu;
                clock = line.StartsWith(" clock "u8) ? NumberOf(line[" clock "u8.Length..].TrimEnd((byte)':')) : clock;
                timer = line.StartsWith(" #"u8) ? Parse(line, cpu, clock, source) : null;
            },
            (line, from) =>
            {
                timer?.TakeTimes(line, from);
                return timer;
            },
            Form,
            emit);
    }

    // " #0: <000000001294a35a>, tick_nohz_handler, S:01"; older kernels add the caller that started it.
    private static HighResolutionTimer Parse(ReadOnlySpan<byte> line, int? cpu, int? clock, ProcSource source)
    {
        var parts = new FieldScanner(line[2..]);
        int? number = NumberOf(parts.NextUntil((byte)':'));
        parts.NextUntil((byte)',');
        var timer = new HighResolutionTimer { Cpu = cpu, Clock = clock, Number = number, Function = source.Intern(Value.Trim(parts.NextUntil((byte)','))) };
        ReadOnlySpan<byte> state = Value.Trim(parts.NextUntil((byte)','));
        timer.State = state.StartsWith("S:"u8) ? source.Intern(state[2..]) : null;
        timer._malformed.Add(nameof(Cpu), cpu is null ? UnavailableReason.Malformed : null);
        timer._malformed.Add(nameof(Clock), clock is null ? UnavailableReason.Malformed : null);
        timer._malformed.Add(nameof(Number), number is null ? UnavailableReason.Malformed : null);
        timer._malformed.Add(nameof(State), timer.State is null ? UnavailableReason.Malformed : null);
        return timer;
    }

    // " # expires at 31871212000000-31871212000000 nsecs [in 2825690 to 2825690 nsecs]"
    private void TakeTimes(ReadOnlySpan<byte> line, ProcSource source)
    {
        var words = new FieldScanner(line[" # expires at "u8.Length..]);
        ReadOnlySpan<byte> range = words.Next();
        int dash = range.LastIndexOf((byte)'-');
        Expires = TimeOf(range[..Math.Max(dash, 0)], nameof(Expires), source);
        ExpiresLatest = TimeOf(range[(dash + 1)..], nameof(ExpiresLatest), source);
        words.NextUntil((byte)'[');
        words.Next();
        TimeLeft = TimeOf(words.Next(), nameof(TimeLeft), source);
    }

    private TimeSpan? TimeOf(ReadOnlySpan<byte> text, string property, ProcSource source)
    {
        bool parsed = Value.TryNanoseconds(text, source, out TimeSpan time);
        _malformed.Add(property, parsed ? null : UnavailableReason.Malformed);
        return parsed ? time : null;
    }

    private static int? NumberOf(ReadOnlySpan<byte> text) => Text.Number.TryInt32(Value.Trim(text), out int number) ? number : null;
}
