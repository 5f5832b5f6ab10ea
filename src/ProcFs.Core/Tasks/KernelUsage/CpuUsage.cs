using System.Globalization;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The usage of a CPU over an interval, in percent, as shown by mpstat(1): the increase of the times in <c>/proc/stat</c>. Null for times that this kernel lacks.
/// </summary>
public sealed class CpuUsage
{
    private CpuUsage()
    {
    }

    /// <summary>The end of the interval; the same for all objects of a round.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The number of the CPU; null for all CPUs together.</summary>
    public required int? Cpu { get; init; }

    /// <summary>User mode at normal priority, without guests.</summary>
    [Unit(Unit.Percent)] public required double? UserPercent { get; init; }

    /// <summary>User mode with a raised nice value.</summary>
    [Unit(Unit.Percent)] public required double? NicePercent { get; init; }

    /// <summary>The kernel, without interrupts.</summary>
    [Unit(Unit.Percent)] public required double? SystemPercent { get; init; }

    /// <summary>Idle with outstanding I/O of this CPU.</summary>
    [Unit(Unit.Percent)] public required double? IoWaitPercent { get; init; }

    /// <summary>Interrupts.</summary>
    [Unit(Unit.Percent)] public required double? IrqPercent { get; init; }

    /// <summary>Soft interrupts.</summary>
    [Unit(Unit.Percent)] public required double? SoftIrqPercent { get; init; }

    /// <summary>Stolen by the hypervisor for other virtual machines.</summary>
    [Unit(Unit.Percent)] public required double? StealPercent { get; init; }

    /// <summary>Guests of this machine, including those with a raised nice value.</summary>
    [Unit(Unit.Percent)] public required double? GuestPercent { get; init; }

    /// <summary>Idle.</summary>
    [Unit(Unit.Percent)] public required double? IdlePercent { get; init; }

    /// <summary>All states except idle and I/O wait.</summary>
    [Unit(Unit.Percent)] public double? BusyPercent => 100 - IdlePercent - (IoWaitPercent ?? 0);

    internal static View View => new(
        typeof(CpuUsage),
        new(nameof(Cpu), 4) { IsKey = true },
        new(nameof(BusyPercent), Cells.CpuBarWidth)
        {
            Label = "Busy",
            With = [nameof(UserPercent), nameof(NicePercent), nameof(IoWaitPercent)],
            Show = Cells.CpuBar,
        },
        new(nameof(UserPercent), 6) { Label = "User" },
        new(nameof(SystemPercent), 6) { Label = "System" },
        new(nameof(IoWaitPercent), 6) { Label = "IoWait" },
        new(nameof(StealPercent), 6) { Label = "Steal" },
        new(nameof(IdlePercent), 6) { Label = "Idle" },
        new(nameof(NicePercent), 6) { Label = "Nice" },
        new(nameof(SoftIrqPercent), 7) { Label = "SoftIrq" },
        new(nameof(IrqPercent), 6) { Label = "Irq" },
        new(nameof(GuestPercent), 6) { Label = "Guest" });

    /// <summary>The CPU and its busy percentage: <c>cpu0 12.5 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"cpu{Cpu} {BusyPercent:f1} %");

    /// <summary>The usage between two samples; null if the times did not advance, as for an offline CPU.</summary>
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
