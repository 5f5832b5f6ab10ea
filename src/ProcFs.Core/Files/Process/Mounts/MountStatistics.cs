using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models a mount in <c>/proc/&lt;pid&gt;/mountstats</c>: where it is, and the statistics that its file system keeps, as NFS does. Source:
/// proc_pid_mountstats(5), show_vfsstat() of fs/proc_namespace.c, nfs_show_stats() of fs/nfs/super.c.
/// </summary>
public sealed class MountStatistics : ITable<MountStatistics>
{
    internal MountStatistics()
    {
    }

    /// <summary>The process that sees the mount.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>Which mount of the file it is, counted from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>What is mounted; it may be empty. Null where the kernel has no name for it ("no device").</summary>
    public required string? Source { get; init; }

    /// <summary>The mount point, as seen from the process's root.</summary>
    public required string Target { get; init; }

    /// <summary>The type of the file system.</summary>
    public required string Type { get; init; }

    /// <summary>The version of the statistics' form: <c>1.1</c>; null for a file system that keeps none.</summary>
    public required string? Version { get; init; }

    /// <summary>How long it has been mounted; null where the file system does not tell.</summary>
    public TimeSpan? Age { get; internal set; }

    /// <summary>Options in force, in the file system's words; null where it does not tell.</summary>
    public string[]? Options { get; internal set; }

    /// <summary>
    /// What NFS counts, by the names of the kernel (include/linux/nfs_iostat.h): events, bytes read and written, and pages; null where the
    /// file system does not tell.
    /// </summary>
    public IReadOnlyDictionary<string, long>? Counters { get; internal set; }

    /// <summary>What the calls of each procedure have cost; null where the file system does not tell.</summary>
    public RpcOperation[]? Operations { get; internal set; }

    /// <summary>All lines of the statistics, as the kernel writes them; null for a file system that keeps none.</summary>
    public string[]? Text { get; internal set; }

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number, Target);

    static string IRow<MountStatistics>.NameOf(MountStatistics row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MountStatistics, bool> emit) => new MountStatisticsReader(source, emit).Read();
}
