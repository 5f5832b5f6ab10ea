namespace ProcFs;

/// <summary>The parts of the machine to measure. Only their files are read.</summary>
[Flags]
public enum KernelUsageParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The machine as a whole: <c>stat</c>, <c>vmstat</c> and <c>pressure</c>.</summary>
    Total = 1,

    /// <summary>Each CPU: <c>stat</c>.</summary>
    Cpus = 2,

    /// <summary>Each block device: <c>diskstats</c>.</summary>
    Disks = 4,

    /// <summary>Each network device: <c>net/dev</c>.</summary>
    NetDevices = 8,

    /// <summary>All of them.</summary>
    All = Total | Cpus | Disks | NetDevices,
}
