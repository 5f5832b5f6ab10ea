using System.Globalization;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// The load of the machine, as shown by uptime(1): <c>loadavg</c>, <c>uptime</c> and the CPUs of <c>stat</c>. If <c>uptime</c> or <c>stat</c> cannot be read, their
/// properties are null, with the reason in <see cref="Unavailable"/>.
/// </summary>
public sealed class KernelLoad
{
    private KernelLoad()
    {
    }

    /// <summary>The time since boot.</summary>
    public TimeSpan? Uptime { get; private set; }

    /// <summary>The boot time.</summary>
    public DateTimeOffset? BootTime { get; private set; }

    /// <summary>The number of online CPUs.</summary>
    public int? Cpus { get; private set; }

    /// <summary>The load average of the last minute: threads that were running, ready to run, or in uninterruptible sleep.</summary>
    public required double? OneMinute { get; init; }

    /// <summary>The load average of the last five minutes.</summary>
    public required double? FiveMinutes { get; init; }

    /// <summary>The load average of the last fifteen minutes.</summary>
    public required double? FifteenMinutes { get; init; }

    /// <summary>The load average of the last minute as a percentage of the CPUs; above 100, threads are waiting.</summary>
    [Unit(Unit.Percent)] public double? LoadPercent => Cpus > 0 ? OneMinute / Cpus * 100 : null;

    /// <summary>The number of threads that are running or ready to run.</summary>
    public required int? RunnableThreads { get; init; }

    /// <summary>The number of threads.</summary>
    public required int? Threads { get; init; }

    /// <summary>The percentage of time since boot that the CPUs were idle.</summary>
    [Unit(Unit.Percent)] public double? IdlePercent { get; private set; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    internal static View View => new(
        typeof(KernelLoad),
        new(nameof(BootTime), 19),
        new(nameof(Uptime), 12),
        new(nameof(Cpus), 4),
        new(nameof(LoadPercent), Cells.BarWidth) { Show = Cells.Bar },
        new(nameof(OneMinute), 9),
        new(nameof(FiveMinutes), 11),
        new(nameof(FifteenMinutes), 14),
        new(nameof(RunnableThreads), 8) { Label = "Runnable" },
        new(nameof(Threads), 8));

    /// <summary>Reads the load.</summary>
    /// <exception cref="ProcException"><c>loadavg</c> cannot be read.</exception>
    public static KernelLoad Read(ProcRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        LoadAverage load = root.Read<LoadAverage>();
        UnavailableFields unavailable = default;
        foreach ((string field, UnavailableReason reason) in load.Unavailable)
        {
            unavailable.Add(field, reason);
        }

        SystemUptime? uptime = Find<SystemUptime>(root, ref unavailable, nameof(Uptime), nameof(BootTime), nameof(IdlePercent));
        KernelStatistics? statistics = Find<KernelStatistics>(root, ref unavailable, nameof(Cpus), nameof(LoadPercent), nameof(IdlePercent));
        int? cpus = statistics?.Cpus.Length;
        return new KernelLoad
        {
            Uptime = uptime?.Uptime,
            BootTime = uptime?.BootTime,
            Cpus = cpus,
            OneMinute = load.OneMinute,
            FiveMinutes = load.FiveMinutes,
            FifteenMinutes = load.FifteenMinutes,
            RunnableThreads = load.RunnableThreads,
            Threads = load.Threads,
            IdlePercent = uptime?.Uptime > TimeSpan.Zero && cpus > 0 ? uptime.IdleTime / (uptime.Uptime * cpus) * 100 : null,
            Unavailable = unavailable.ToDictionary(),
        };
    }

    /// <summary>The three averages, as uptime(1) writes them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OneMinute:f2}, {FiveMinutes:f2}, {FifteenMinutes:f2}");

    private static T? Find<T>(ProcRoot root, ref UnavailableFields unavailable, params string[] properties)
        where T : class, IRecord<T>
    {
        try
        {
            return root.Read<T>();
        }
        catch (ProcException error)
        {
            foreach (string property in properties)
            {
                unavailable.Add(property, ReasonOf(error, root.IsLive));
            }

            return null;
        }
    }

    private static UnavailableReason ReasonOf(ProcException error, bool isLive) => error.Kind switch
    {
        ProcErrorKind.AccessDenied => UnavailableReason.Denied,
        ProcErrorKind.Malformed => UnavailableReason.Malformed,
        _ => isLive ? UnavailableReason.NotOnThisKernel : UnavailableReason.NotInCapture,
    };
}
