using System.Globalization;
using ProcFs.Usage;

namespace ProcFs.Views;

/// <summary>The display of usage and waiting.</summary>
public static partial class Display
{
    /// <summary>The time of a round of measurement.</summary>
    public static string Round(DateTimeOffset? time) =>
        time is { } value ? value.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss.ff", CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// The header of a round of measurement, with what top(1) shows of the machine: the time and the load, the CPUs by mode, and the memory. A line whose file cannot be
    /// read is left out.
    /// </summary>
    public static string Round(ProcessUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        MachineMoment? machine = usage.Machine;
        IEnumerable<string?> lines =
        [
            machine?.Load is { } load ? $"{Round(usage.Time)}   load {load}   {load.RunnableThreads} of {load.Threads} threads running" : Round(usage.Time),
            machine?.Cpu is { } cpu ? Modes(cpu) : null,
            machine?.Memory is { } memory ? Occupied(memory) : null,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string Modes(CpuUsage cpu) =>
        $"CPU   {Percent(cpu.BusyPercent),6} %   user {Percent(cpu.UserPercent)}  nice {Percent(cpu.NicePercent)}  sys {Percent(cpu.SystemPercent)}"
        + $"  irq {Percent(cpu.IrqPercent + cpu.SoftIrqPercent)}  wait {Percent(cpu.IoWaitPercent)}{(cpu.StealPercent > 0 ? $"  steal {Percent(cpu.StealPercent)}" : "")}";

    private static string Occupied(MemoryInfo memory)
    {
        string text = $"Memory{Percent(memory.UsedPercent),6} %   {Size(memory.Used)} of {Size(memory.Total)}";
        return memory.SwapTotal > 0 ? $"{text}   Swap {Percent(memory.SwapUsedPercent)} %   {Size(memory.SwapUsed)} of {Size(memory.SwapTotal)}" : text;
    }

    /// <summary>A percentage with one decimal.</summary>
    public static string Percent(double? percent) => percent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number per second: an integer, or with one decimal if it is small.</summary>
    public static string Rate(double? rate) => rate?.ToString(rate is >= 10 or 0 ? "0" : "0.0", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Bytes per second in a suitable unit.</summary>
    public static string Bytes(double? rate) => rate is { } value ? Size((long)Math.Min(Math.Round(value), long.MaxValue / 2)) : "";

    /// <summary>A system call, its arguments, and the target of its descriptor: <c>read(3&lt;pipe:[33590]&gt;, 0x7ffd20, 0x1000)</c>, as in strace -y.</summary>
    public static string Call(bool isRunning, string? name, int? number, ulong[]? arguments, int? descriptor, string? target)
    {
        string call = Call(isRunning, name, number, arguments);
        if (descriptor is null || string.IsNullOrEmpty(target))
        {
            return call;
        }

        int start = call.IndexOf('(', StringComparison.Ordinal) + 1;
        int end = call.IndexOfAny([',', ')'], start);
        return $"{call[..start]}{descriptor}<{Text(target)}>{call[end..]}";
    }
}
