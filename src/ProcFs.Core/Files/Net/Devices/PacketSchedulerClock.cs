using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models <c>/proc/net/psched</c>: the clock parameters of packet schedulers. Source: psched_show() of net/sched/sch_api.c.</summary>
[Fields]
public sealed partial class PacketSchedulerClock : IRecord<PacketSchedulerClock>
{
    private PacketSchedulerClock()
    {
    }

    /// <summary>The nanoseconds per microsecond: 1000.</summary>
    [Field(1, Scale.Hex), Unit(Unit.None)] public long? NanosecondsPerMicrosecond { get; private set; }

    /// <summary>The nanoseconds per tick of the packet schedulers: 64.</summary>
    [Field(2, Scale.Hex), Unit(Unit.None)] public long? NanosecondsPerTick { get; private set; }

    /// <summary>1000000.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public long? TicksPerSecondBase { get; private set; }

    /// <summary>The timer resolution in steps per second: 1000000000 for a high-resolution timer.</summary>
    [Field(4, Scale.Hex), Unit(Unit.None)] public long? TimerFrequency { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(PacketSchedulerClock),
        new(nameof(NanosecondsPerTick), 18),
        new(nameof(TimerFrequency), 14));

    /// <summary>The tick: <c>64 ns per tick</c>.</summary>
    public override string ToString() => $"{NanosecondsPerTick?.ToString() ?? "?"} ns per tick";

    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static PacketSchedulerClock Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new PacketSchedulerClock();
        int end = text.IndexOf((byte)'\n');
        _ = Lines.ReadFields(end < 0 ? text : text[..end], record, source, fewest: 0);
        return record;
    }
}
