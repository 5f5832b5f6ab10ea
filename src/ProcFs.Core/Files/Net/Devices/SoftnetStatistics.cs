using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/net/softnet_stat</c>: the packets that a CPU has processed since boot. Numbers wrap around at 2^32. Source: softnet_seq_show() of
/// net/core/net-procfs.c.
/// </summary>
[Fields]
public sealed partial class SoftnetStatistics : ITable<SoftnetStatistics>
{
    private const string Form = "hexadecimal numbers";
    private const int FewestFields = 3;

    private SoftnetStatistics()
    {
    }

    /// <summary>The position of the line, counted from 0: the number of the CPU unless a CPU is offline, because those are left out.</summary>
    public required int Slot { get; init; }

    /// <summary>The number of the CPU; null on kernels before 5.10, which do not report it.</summary>
    [Field(13, Scale.Hex), Unit(Unit.None)] public int? Cpu { get; private set; }

    /// <summary>Packets processed.</summary>
    [Field(1, Scale.Hex), Unit(Unit.None)] public ulong? Processed { get; private set; }

    /// <summary>Packets dropped because the backlog was full (<c>net.core.netdev_max_backlog</c>).</summary>
    [Field(2, Scale.Hex), Unit(Unit.None)] public ulong? Dropped { get; private set; }

    /// <summary>The number of times that the CPU stopped with packets left because its budget of time or packets was used up.</summary>
    [Field(3, Scale.Hex), Unit(Unit.None)] public ulong? TimeSqueezed { get; private set; }

    /// <summary>The number of times that the lock of a device was taken when the CPU wanted to send; 0 since 4.7.</summary>
    [Field(9, Scale.Hex), Unit(Unit.None)] public ulong? Collisions { get; private set; }

    /// <summary>The number of times that another CPU woke this one to process packets (since 2.6.35).</summary>
    [Field(10, Scale.Hex), Unit(Unit.None)] public ulong? ReceivedFromOthers { get; private set; }

    /// <summary>Packets dropped by the flow limit (since 3.11).</summary>
    [Field(11, Scale.Hex), Unit(Unit.None)] public ulong? FlowLimitDropped { get; private set; }

    /// <summary>Packets in the backlog (since 5.10).</summary>
    [Field(12, Scale.Hex), Unit(Unit.None)] public ulong? BacklogLength { get; private set; }

    /// <summary>The packets of the backlog in the input queue (since 6.7).</summary>
    [Field(14, Scale.Hex), Unit(Unit.None)] public ulong? InputQueueLength { get; private set; }

    /// <summary>The packets of the backlog being processed (since 6.7).</summary>
    [Field(15, Scale.Hex), Unit(Unit.None)] public ulong? ProcessQueueLength { get; private set; }

    /// <summary>Fields unknown to this version, by number, and the fourth to the eighth, which are 0.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SoftnetStatistics),
        new(nameof(Slot), 5),
        new(nameof(Cpu), 5),
        new(nameof(Processed), 12),
        new(nameof(Dropped), 10),
        new(nameof(TimeSqueezed), 12),
        new(nameof(ReceivedFromOthers), 18),
        new(nameof(FlowLimitDropped), 16),
        new(nameof(BacklogLength), 13));

    /// <summary>The CPU and its packets: <c>0: 1234 processed, 2 dropped</c>.</summary>
    public override string ToString() => $"{Cpu ?? Slot}: {Processed?.ToString() ?? "?"} processed, {Dropped?.ToString() ?? "?"} dropped";

    static string IRow<SoftnetStatistics>.NameOf(SoftnetStatistics row) => $"{row.Cpu ?? row.Slot}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SoftnetStatistics, bool> emit)
    {
        int slot = 0;
        Lines.Read(source, (line, _, from) => line.IsEmpty ? null : Parse(line, slot++, from), Form, emit);
    }

    private static SoftnetStatistics? Parse(ReadOnlySpan<byte> line, int slot, ProcSource source)
    {
        var statistics = new SoftnetStatistics { Slot = slot };
        return Lines.ReadFields(line, statistics, source, FewestFields) ? statistics : null;
    }
}
