using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/net/psched</c>: the clocks by which packet schedulers count. Source: psched_show() of net/sched/sch_api.c.</summary>
[Fields]
public sealed partial class PacketSchedulerClock : IRecord<PacketSchedulerClock>
{
    private PacketSchedulerClock()
    {
    }

    /// <summary>Nanoseconds of a microsecond: 1000.</summary>
    [Field(1, Scale.Hex), Unit(Unit.None)] public long? NanosecondsPerMicrosecond { get; private set; }

    /// <summary>Nanoseconds of a tick of the packet schedulers: 64.</summary>
    [Field(2, Scale.Hex), Unit(Unit.None)] public long? NanosecondsPerTick { get; private set; }

    /// <summary>1000000.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public long? TicksPerSecondBase { get; private set; }

    /// <summary>Steps of the timer in a second: 1000000000 for a timer of high resolution.</summary>
    [Field(4, Scale.Hex), Unit(Unit.None)] public long? TimerFrequency { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PacketSchedulerClock),
        new(nameof(NanosecondsPerTick), 18),
        new(nameof(TimerFrequency), 14));

    /// <summary>The tick: <c>64 ns per tick</c>.</summary>
    public override string ToString() => $"{NanosecondsPerTick?.ToString() ?? "?"} ns per tick";

    /// <summary>Reads the file's text. A value that cannot be read leaves its property null, and <see cref="Unavailable"/> says so.</summary>
    public static PacketSchedulerClock Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new PacketSchedulerClock();
        int end = text.IndexOf((byte)'\n');
        _ = Lines.ReadFields(end < 0 ? text : text[..end], record, source, fewest: 0);
        return record;
    }
}
