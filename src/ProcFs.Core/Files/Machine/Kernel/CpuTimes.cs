using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a <c>cpu</c> line of <c>/proc/stat</c>: the time that a CPU has spent in each state since boot, counted in clock ticks. Kernels before 2.6 lack the
/// fields at the end. Source: proc_stat(5), show_stat() of fs/proc/stat.c.
/// </summary>
[Fields]
public sealed partial class CpuTimes
{
    private CpuTimes()
    {
    }

    /// <summary>The number of the CPU; null for all CPUs together.</summary>
    public int? Cpu { get; private set; }

    /// <summary>Time in user mode, including <see cref="Guest"/> but not <see cref="Nice"/>.</summary>
    [Field(1, Scale.Ticks)] public TimeSpan? User { get; private set; }

    /// <summary>Time in user mode of processes with a nice value above 0, including <see cref="GuestNice"/>.</summary>
    [Field(2, Scale.Ticks)] public TimeSpan? Nice { get; private set; }

    /// <summary>Time in the kernel, without interrupts.</summary>
    [Field(3, Scale.Ticks)] public TimeSpan? System { get; private set; }

    /// <summary>Idle time without outstanding disk I/O.</summary>
    [Field(4, Scale.Ticks)] public TimeSpan? Idle { get; private set; }

    /// <summary>Idle time with outstanding disk I/O. It can decrease, because a task that waits for I/O belongs to no CPU.</summary>
    [Field(5, Scale.Ticks)] public TimeSpan? IoWait { get; private set; }

    /// <summary>Time in interrupt handlers.</summary>
    [Field(6, Scale.Ticks)] public TimeSpan? Irq { get; private set; }

    /// <summary>Time in softirq handlers.</summary>
    [Field(7, Scale.Ticks)] public TimeSpan? SoftIrq { get; private set; }

    /// <summary>Stolen time, in which the hypervisor ran others (since 2.6.11).</summary>
    [Field(8, Scale.Ticks)] public TimeSpan? Steal { get; private set; }

    /// <summary>Time of virtual CPUs of guests, a part of <see cref="User"/> (since 2.6.24).</summary>
    [Field(9, Scale.Ticks)] public TimeSpan? Guest { get; private set; }

    /// <summary>Time of virtual CPUs of guests with a nice value above 0, a part of <see cref="Nice"/> (since 2.6.33).</summary>
    [Field(10, Scale.Ticks)] public TimeSpan? GuestNice { get; private set; }

    /// <summary>The sum of all states, with guests counted once.</summary>
    public TimeSpan Total => Busy + Sum(Idle) + Sum(IoWait);

    /// <summary>The sum of all states except <see cref="Idle"/> and <see cref="IoWait"/>.</summary>
    public TimeSpan Busy => Sum(User) + Sum(Nice) + Sum(System) + Sum(Irq) + Sum(SoftIrq) + Sum(Steal);

    /// <summary><see cref="Busy"/> in percent of <see cref="Total"/>, since boot; null if the CPU has counted nothing yet.</summary>
    [Unit(Unit.Percent)] public double? BusyPercent => Total > TimeSpan.Zero ? Busy / Total * 100 : null;

    /// <summary>Fields unknown to this version, by number.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CpuTimes),
        new(nameof(Cpu), 4),
        new(nameof(BusyPercent), Cells.BarWidth) { Show = Cells.Bar },
        new(nameof(User), 14),
        new(nameof(Nice), 14),
        new(nameof(System), 14),
        new(nameof(Idle), 14),
        new(nameof(IoWait), 14),
        new(nameof(Steal), 14));

    /// <summary>The CPU and its busy time: <c>cpu0 00:10:14.30</c>.</summary>
    public override string ToString() => $"cpu{Cpu} {Display.Span(Busy)}";

    /// <summary>Parses the text after the name of a <c>cpu</c> line; null if it is not a list of times.</summary>
    internal static CpuTimes? Parse(int? cpu, ReadOnlySpan<byte> times, ProcSource source)
    {
        var target = new CpuTimes { Cpu = cpu };
        return Lines.ReadFields(times, target, source, fewest: 1) ? target : null;
    }

    // The sum of ten of the longest time spans would overflow.
    private static TimeSpan Sum(TimeSpan? time) => time is { } known ? new TimeSpan(Math.Clamp(known.Ticks, 0, long.MaxValue / 10)) : default;
}
