namespace ProcFs;

/// <summary>A round of measurement: the machine, its CPUs, block devices and network devices over the same interval.</summary>
public sealed class KernelUsageRound
{
    private KernelUsageRound()
    {
    }

    /// <summary>The machine as a whole.</summary>
    public required KernelUsage? Total { get; init; }

    /// <summary>The CPUs that were online in both samples.</summary>
    public required IReadOnlyList<CpuUsage> Cpus { get; init; }

    /// <summary>The block devices present in both samples, in the kernel's order.</summary>
    public required IReadOnlyList<DiskUsage> Disks { get; init; }

    /// <summary>The network devices present in both samples, in the kernel's order.</summary>
    public required IReadOnlyList<NetDeviceUsage> NetDevices { get; init; }

    internal static KernelUsageRound Between(KernelSample before, KernelSample after, KernelUsageParts parts, TimeSpan interval, DateTimeOffset time)
    {
        var rates = new CounterRates(interval);
        return new KernelUsageRound
        {
            Total = parts.HasFlag(KernelUsageParts.Total) ? TotalOf(before, after, time, rates) : null,
            Cpus = parts.HasFlag(KernelUsageParts.Cpus) ? [.. CpusOf(before, after, time)] : [],
            Disks = [.. Pairs(before.Disks, after.Disks).Select(pair => DiskUsage.Between(pair.Before, pair.After, time, rates))],
            NetDevices = [.. Pairs(before.NetDevices, after.NetDevices).Select(pair => NetDeviceUsage.Between(pair.Before, pair.After, time, rates))],
        };
    }

    private static IEnumerable<CpuUsage> CpusOf(KernelSample before, KernelSample after, DateTimeOffset time)
    {
        var known = (before.Statistics?.Cpus ?? []).Where(cpu => cpu.Cpu is not null).ToDictionary(cpu => cpu.Cpu!.Value);
        return (after.Statistics?.Cpus ?? [])
            .Select(cpu => CpuUsage.Between(cpu.Cpu is { } number ? known.GetValueOrDefault(number) : null, cpu, time))
            .OfType<CpuUsage>();
    }

    private static KernelUsage TotalOf(KernelSample before, KernelSample after, DateTimeOffset time, CounterRates rates)
    {
        double? Memory(Func<VirtualMemoryStatistics, long?> of) =>
            before.Memory is { } first && after.Memory is { } second ? rates.PerSecond(of(first), of(second)) : null;
        double? Pressure(string resource) => rates.Percent(
            before.Pressure.GetValueOrDefault(resource)?.Some?.Total,
            after.Pressure.GetValueOrDefault(resource)?.Some?.Total);
        return new KernelUsage
        {
            Time = time,
            Interval = rates.Interval,
            Cpu = CpuUsage.Between(before.Statistics?.Cpu, after.Statistics?.Cpu, time),
            RunnableThreads = after.Statistics?.RunnableThreads,
            BlockedThreads = after.Statistics?.BlockedThreads,
            ContextSwitchesPerSecond = rates.PerSecond(before.Statistics?.ContextSwitches, after.Statistics?.ContextSwitches),
            InterruptsPerSecond = rates.PerSecond(before.Statistics?.Interrupts, after.Statistics?.Interrupts),
            ForksPerSecond = rates.PerSecond(before.Statistics?.ProcessesCreated, after.Statistics?.ProcessesCreated),
            PagedInPerSecond = Memory(memory => memory.PagedIn),
            PagedOutPerSecond = Memory(memory => memory.PagedOut),
            SwappedInPerSecond = Memory(memory => memory.SwappedIn),
            SwappedOutPerSecond = Memory(memory => memory.SwappedOut),
            FaultsPerSecond = Memory(memory => memory.Faults),
            MajorFaultsPerSecond = Memory(memory => memory.MajorFaults),
            CpuPressurePercent = Pressure("cpu"),
            MemoryPressurePercent = Pressure("memory"),
            IoPressurePercent = Pressure("io"),
        };
    }

    private static IEnumerable<(T Before, T After)> Pairs<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after)
        where T : class =>
        after.Where(pair => before.ContainsKey(pair.Key)).Select(pair => (before[pair.Key], pair.Value));
}
