using System.Diagnostics;

namespace ProcFs;

/// <summary>
/// The counters of the machine at one moment. Values that are not asked for or cannot be read are null or empty, except those of <c>/proc/stat</c>, which are required
/// if they are asked for.
/// </summary>
internal sealed class KernelSample
{
    private readonly long _timestamp = Stopwatch.GetTimestamp();

    public DateTimeOffset Time { get; } = DateTimeOffset.Now;

    public required KernelStatistics? Statistics { get; init; }

    public required VirtualMemoryStatistics? Memory { get; init; }

    public required IReadOnlyDictionary<string, ResourcePressure> Pressure { get; init; }

    public required IReadOnlyDictionary<string, DiskStatistics> Disks { get; init; }

    public required IReadOnlyDictionary<string, NetDevice> NetDevices { get; init; }

    public TimeSpan Age => Stopwatch.GetElapsedTime(_timestamp);

    /// <summary>Reads the files of the parts, and no other.</summary>
    /// <exception cref="ProcException"><c>/proc/stat</c> cannot be read.</exception>
    public static KernelSample Take(ProcRoot root, KernelUsageParts parts)
    {
        bool isOfTotal = parts.HasFlag(KernelUsageParts.Total);
        return new()
        {
            Statistics = isOfTotal || parts.HasFlag(KernelUsageParts.Cpus) ? root.Read<KernelStatistics>() : null,
            Memory = isOfTotal ? TryRead<VirtualMemoryStatistics>(root) : null,
            Pressure = ByName(isOfTotal ? new PressureQuery(root).Read() : [], pressure => pressure.Resource),
            Disks = ByName(parts.HasFlag(KernelUsageParts.Disks) ? root.Rows<DiskStatistics>() : [], disk => disk.Name),
            NetDevices = ByName(parts.HasFlag(KernelUsageParts.NetDevices) ? root.Rows<NetDevice>() : [], device => device.Name),
        };
    }

    public TimeSpan Since(KernelSample before) => Stopwatch.GetElapsedTime(before._timestamp, _timestamp);

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

    private static Dictionary<string, T> ByName<T>(IEnumerable<Outcome<T>> outcomes, Func<T, string> nameOf)
        where T : class
    {
        var known = new Dictionary<string, T>();
        foreach (Outcome<T> outcome in outcomes)
        {
            if (outcome.Item is { } item)
            {
                known[nameOf(item)] = item;
            }
        }

        return known;
    }
}
