using System.Globalization;
using ProcFs.Views;

namespace ProcFs;

/// <summary>How a CPU spent an interval, in percent, as mpstat(1) shows it: the increase of the times in <c>/proc/stat</c>. Null where this kernel has no such time.</summary>
public sealed class CpuUsage
{
    private CpuUsage()
    {
    }

    /// <summary>When the interval ended; the same for all objects of a round.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The number of the CPU; null for all of them together.</summary>
    public required int? Cpu { get; init; }

    /// <summary>Programs at their usual priority, guests not included.</summary>
    [Unit(Unit.Percent)] public required double? UserPercent { get; init; }

    /// <summary>Programs with a raised nice value.</summary>
    [Unit(Unit.Percent)] public required double? NicePercent { get; init; }

    /// <summary>The kernel, interrupts not included.</summary>
    [Unit(Unit.Percent)] public required double? SystemPercent { get; init; }

    /// <summary>Idle while I/O of this CPU was in flight.</summary>
    [Unit(Unit.Percent)] public required double? IoWaitPercent { get; init; }

    /// <summary>Interrupts.</summary>
    [Unit(Unit.Percent)] public required double? IrqPercent { get; init; }

    /// <summary>Soft interrupts.</summary>
    [Unit(Unit.Percent)] public required double? SoftIrqPercent { get; init; }

    /// <summary>Taken by the hypervisor for other machines.</summary>
    [Unit(Unit.Percent)] public required double? StealPercent { get; init; }

    /// <summary>Guests of this machine, the niced ones included.</summary>
    [Unit(Unit.Percent)] public required double? GuestPercent { get; init; }

    /// <summary>Idle.</summary>
    [Unit(Unit.Percent)] public required double? IdlePercent { get; init; }

    /// <summary>All but idle and waiting for I/O.</summary>
    [Unit(Unit.Percent)] public double? BusyPercent => 100 - IdlePercent - (IoWaitPercent ?? 0);

    internal static View View => new(
        typeof(CpuUsage),
        new(nameof(Cpu), 4) { IsKey = true },
        new(nameof(BusyPercent), 11),
        new(nameof(UserPercent), 11),
        new(nameof(SystemPercent), 13),
        new(nameof(IoWaitPercent), 13),
        new(nameof(StealPercent), 12),
        new(nameof(IdlePercent), 11),
        new(nameof(NicePercent), 11),
        new(nameof(SoftIrqPercent), 14),
        new(nameof(IrqPercent), 10));

    /// <summary>The CPU and how busy it was: <c>cpu0 12.5 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"cpu{Cpu} {BusyPercent:f1} %");

    /// <summary>The usage between two samples; null where the times have not advanced, as those of a CPU that is offline.</summary>
    internal static CpuUsage? Between(CpuTimes? before, CpuTimes? after, DateTimeOffset time)
    {
        if (before is null || after is null || !(after.Total > before.Total))
        {
            return null;
        }

        TimeSpan total = after.Total - before.Total;
        double? Share(Func<CpuTimes, TimeSpan?> of) => of(after) - of(before) is { } growth ? Math.Clamp(growth / total * 100, 0, 100) : null;
        return new CpuUsage
        {
            Time = time,
            Cpu = after.Cpu,
            UserPercent = Share(times => times.User - (times.Guest ?? TimeSpan.Zero)),
            NicePercent = Share(times => times.Nice - (times.GuestNice ?? TimeSpan.Zero)),
            SystemPercent = Share(times => times.System),
            IoWaitPercent = Share(times => times.IoWait),
            IrqPercent = Share(times => times.Irq),
            SoftIrqPercent = Share(times => times.SoftIrq),
            StealPercent = Share(times => times.Steal),
            GuestPercent = Share(times => times.Guest + (times.GuestNice ?? TimeSpan.Zero)),
            IdlePercent = Share(times => times.Idle),
        };
    }
}
