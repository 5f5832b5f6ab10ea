namespace ProcFs.Cli.Export;

/// <summary>A process of a group at one moment.</summary>
/// <param name="stat">Its counters and sizes.</param>
internal sealed class GroupMember(ProcessStat stat)
{
    /// <summary>The name of the group, as a label.</summary>
    public string Group { get; } = OpenMetricsText.LabelOf(stat.Name);

    /// <summary>What tells the process from a later one with the same id.</summary>
    public (int Id, ulong? StartTicks) Key => (stat.ProcessId, stat.StartTicks);

    /// <summary>Its counters and sizes.</summary>
    public ProcessStat Stat => stat;

    /// <summary>Its memory in swap, and its context switches; null if it has ended meanwhile.</summary>
    public ProcessStatus? Status { get; set; }

    /// <summary>Its I/O; null if that may not be read.</summary>
    public ProcessIo? Io { get; set; }

    /// <summary>Its descriptors; null if they may not be read.</summary>
    public DescriptorCount? Descriptors { get; set; }

    /// <summary>Its counters.</summary>
    public GroupCounters Counters => new(
        stat.UserTime?.TotalSeconds,
        stat.SystemTime?.TotalSeconds,
        stat.MajorFaults,
        stat.MinorFaults,
        Io?.ReadBytes,
        Io?.WriteBytes,
        Status?.VoluntarySwitches,
        Status?.InvoluntarySwitches);
}
