using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a <c>cpu</c> line of <c>/proc/stat</c>: what a CPU has spent its time on since the machine was started, counted in clock ticks. Kernels before 2.6 lack the
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

    /// <summary>Programs, those of <see cref="Guest"/> included, but for <see cref="Nice"/>.</summary>
    [Field(1, Scale.Ticks)] public TimeSpan? User { get; private set; }

    /// <summary>Programs of a nice value above 0, those of <see cref="GuestNice"/> included.</summary>
    [Field(2, Scale.Ticks)] public TimeSpan? Nice { get; private set; }

    /// <summary>The kernel, without interrupts.</summary>
    [Field(3, Scale.Ticks)] public TimeSpan? System { get; private set; }

    /// <summary>Idle, with nothing waiting for a disk.</summary>
    [Field(4, Scale.Ticks)] public TimeSpan? Idle { get; private set; }

    /// <summary>Idle while a task waited for a disk. It may fall, since such a task belongs to no CPU.</summary>
    [Field(5, Scale.Ticks)] public TimeSpan? IoWait { get; private set; }

    /// <summary>Interrupts.</summary>
    [Field(6, Scale.Ticks)] public TimeSpan? Irq { get; private set; }

    /// <summary>Soft interrupts.</summary>
    [Field(7, Scale.Ticks)] public TimeSpan? SoftIrq { get; private set; }

    /// <summary>Ready to run while the hypervisor ran others (since 2.6.11).</summary>
    [Field(8, Scale.Ticks)] public TimeSpan? Steal { get; private set; }

    /// <summary>Virtual CPUs of guests, a part of <see cref="User"/> (since 2.6.24).</summary>
    [Field(9, Scale.Ticks)] public TimeSpan? Guest { get; private set; }

    /// <summary>Virtual CPUs of guests of a nice value above 0, a part of <see cref="Nice"/> (since 2.6.33).</summary>
    [Field(10, Scale.Ticks)] public TimeSpan? GuestNice { get; private set; }

    /// <summary>All of these, guests counted once.</summary>
    public TimeSpan Total => Busy + Sum(Idle) + Sum(IoWait);

    /// <summary>All of these but <see cref="Idle"/> and <see cref="IoWait"/>.</summary>
    public TimeSpan Busy => Sum(User) + Sum(Nice) + Sum(System) + Sum(Irq) + Sum(SoftIrq) + Sum(Steal);

    /// <summary>Fields that this version does not know, by their numbers.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(CpuTimes),
        new(nameof(Cpu), 4),
        new(nameof(User), 14),
        new(nameof(Nice), 14),
        new(nameof(System), 14),
        new(nameof(Idle), 14),
        new(nameof(IoWait), 14),
        new(nameof(Steal), 14));

    /// <summary>The CPU and how long it was busy: <c>cpu0 00:10:14.30</c>.</summary>
    public override string ToString() => $"cpu{Cpu} {Display.Span(Busy)}";

    /// <summary>Reads what stands behind the name of a <c>cpu</c> line; null where that is no time.</summary>
    internal static CpuTimes? Parse(int? cpu, ReadOnlySpan<byte> times, ProcSource source)
    {
        var target = new CpuTimes { Cpu = cpu };
        return Lines.ReadFields(times, target, source, fewest: 1) ? target : null;
    }

    // Ten of the longest spans together would not be one.
    private static TimeSpan Sum(TimeSpan? time) => time is { } known ? new TimeSpan(Math.Clamp(known.Ticks, 0, long.MaxValue / 10)) : default;
}
