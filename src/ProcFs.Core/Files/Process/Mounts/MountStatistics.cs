using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a mount in <c>/proc/&lt;pid&gt;/mountstats</c>: where it is, and the statistics that its file system keeps, as NFS does. Source:
/// proc_pid_mountstats(5), show_vfsstat() of fs/proc_namespace.c, nfs_show_stats() of fs/nfs/super.c.
/// </summary>
[Fields]
public sealed partial class MountStatistics : ITable<MountStatistics>
{
    // enum nfs_stat_eventcounters and nfs_stat_bytecounters of include/linux/nfs_iostat.h.
    private static readonly string[] s_events =
    [
        "InodeRevalidate", "DentryRevalidate", "DataInvalidate", "AttrInvalidate", "VfsOpen", "VfsLookup", "VfsAccess", "VfsUpdatePage",
        "VfsReadPage", "VfsReadPages", "VfsWritePage", "VfsWritePages", "VfsGetDents", "VfsSetAttr", "VfsFlush", "VfsFsync", "VfsLock",
        "VfsRelease", "CongestionWait", "SetAttrTrunc", "ExtendWrite", "SillyRename", "ShortRead", "ShortWrite", "Delay", "PnfsRead",
        "PnfsWrite",
    ];

    private static readonly string[] s_bytes =
    [
        "NormalReadBytes", "NormalWrittenBytes", "DirectReadBytes", "DirectWrittenBytes", "ServerReadBytes", "ServerWrittenBytes",
        "ReadPages", "WritePages",
    ];

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
    [Unit(Unit.Path)] public required string? Source { get; init; }

    /// <summary>The mount point, as seen from the process's root.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The type of the file system.</summary>
    public required string Type { get; init; }

    /// <summary>The version of the statistics' form: <c>1.1</c>; null for a file system that keeps none.</summary>
    public required string? Version { get; init; }

    /// <summary>How long it has been mounted; null where the file system does not tell.</summary>
    [Key("age", Scale.Seconds)] public TimeSpan? Age { get; private set; }

    /// <summary>Options in force, in the file system's words; null where it does not tell.</summary>
    [Key("opts", Parser = nameof(TryOptions))] public string[]? Options { get; private set; }

    /// <summary>
    /// What NFS counts, by the names of the kernel (include/linux/nfs_iostat.h): events, bytes read and written, and pages; null where the
    /// file system does not tell.
    /// </summary>
    [Key("events", Parser = nameof(TryEvents))]
    [Key("bytes", Parser = nameof(TryBytes))]
    public IReadOnlyDictionary<string, long>? Counters { get; private set; }

    /// <summary>What the calls of each procedure have cost; null where the file system does not tell.</summary>
    public RpcOperation[]? Operations { get; internal set; }

    /// <summary>All lines of the statistics, as the kernel writes them; null for a file system that keeps none.</summary>
    public string[]? Text { get; internal set; }

    /// <summary>Why fields are null: names of properties with the reason. What no file system but NFS tells is not among them.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MountStatistics),
        new(nameof(ProcessId), 9),
        new(nameof(Number), 6),
        new(nameof(Source), 18),
        new(nameof(Target)),
        new(nameof(Type), 8),
        new(nameof(Age), 14));

    /// <summary>The process and what it is of it, in one line.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number, Target);

    static string IRow<MountStatistics>.NameOf(MountStatistics row) => $"{row.Number}";

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MountStatistics, bool> emit) => new MountStatisticsReader(source, emit).Read();

    private static bool TryOptions(ReadOnlySpan<byte> value, ProcSource source, out string[]? options)
    {
        options = MountText.Options(value, source);
        return true;
    }

    private bool TryEvents(ReadOnlySpan<byte> value, ProcSource source, out IReadOnlyDictionary<string, long>? counters) =>
        TryCounters(value, source, s_events, "Event", out counters);

    private bool TryBytes(ReadOnlySpan<byte> value, ProcSource source, out IReadOnlyDictionary<string, long>? counters) =>
        TryCounters(value, source, s_bytes, "Bytes", out counters);

    // A counter that a later kernel adds behind those known gets its position as a name; one that is no number is left out.
    private bool TryCounters(ReadOnlySpan<byte> value, ProcSource source, string[] names, string others, out IReadOnlyDictionary<string, long>? counters)
    {
        var all = new OrderedDictionary<string, long>(Counters ?? new OrderedDictionary<string, long>());
        bool parsed = true;
        var fields = new FieldScanner(value);
        int i = 0;
        for (ReadOnlySpan<byte> field = fields.Next(); !field.IsEmpty; field = fields.Next(), i++)
        {
            bool isNumber = Value.TryRead(field, source, out long count);
            parsed &= isNumber;
            if (isNumber)
            {
                all[i < names.Length ? names[i] : $"{others}{i}"] = count;
            }
        }

        counters = all;
        Counters = all.Count > 0 ? all : Counters;
        return parsed;
    }

    private UnavailableReason? WhyMissing(string property, bool isFound) =>
        isFound || Version is null ? null : UnavailableReason.NotOnThisKernel;
}
