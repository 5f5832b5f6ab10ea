namespace ProcFs.Usage;

/// <summary>The machine in a round of samples: its CPUs since the previous round, its memory and its load.</summary>
internal sealed class MachineMoment
{
    private CpuTimes? _times;

    private MachineMoment()
    {
    }

    /// <summary>The usage of all CPUs since the previous round; null in the first one, and where the times do not advance, as in a capture.</summary>
    public CpuUsage? Cpu { get; private init; }

    /// <summary>Null if <c>meminfo</c> cannot be read.</summary>
    public MemoryInfo? Memory { get; private init; }

    /// <summary>Null if <c>loadavg</c> cannot be read.</summary>
    public LoadAverage? Load { get; private init; }

    /// <summary>Reads the three files; one that cannot be read costs only its part.</summary>
    public static MachineMoment After(MachineMoment? before, ProcRoot root, DateTimeOffset time)
    {
        CpuTimes? times = TryRead<KernelStatistics>(root)?.Cpu;
        return new MachineMoment
        {
            _times = times,
            Cpu = CpuUsage.Between(before?._times, times, time),
            Memory = TryRead<MemoryInfo>(root),
            Load = TryRead<LoadAverage>(root),
        };
    }

    private static T? TryRead<T>(ProcRoot root)
        where T : class, IRecord<T>
    {
        try
        {
            return root.Read<T>();
        }
        catch (ProcException)
        {
            return null;
        }
    }
}
