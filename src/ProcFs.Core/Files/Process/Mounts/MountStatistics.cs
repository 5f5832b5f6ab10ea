using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a mount in <c>/proc/&lt;pid&gt;/mountstats</c>, with the statistics that its file system keeps, such as NFS. Source: proc_pid_mountstats(5),
/// show_vfsstat() of fs/proc_namespace.c, nfs_show_stats() of fs/nfs/super.c.
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

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The position of the mount in the file, counted from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>The mounted source, which can be empty; null if the kernel has no name for it ("no device").</summary>
    [Unit(Unit.Path)] public required string? Source { get; init; }

    /// <summary>The mount point, relative to the process's root.</summary>
    [Unit(Unit.Path)] public required string Target { get; init; }

    /// <summary>The file system type.</summary>
    public required string Type { get; init; }

    /// <summary>The version of the statistics format: <c>1.1</c>; null for a file system without statistics.</summary>
    public required string? Version { get; init; }

    /// <summary>The time since it was mounted; null if the file system does not report it.</summary>
    [Key("age", Scale.Seconds)] public TimeSpan? Age { get; private set; }

    /// <summary>The options in force, as the file system writes them; null if it does not report them.</summary>
    [Key("opts", Parser = nameof(TryOptions))] public string[]? Options { get; private set; }

    /// <summary>
    /// The counters of NFS, by the names in the kernel (include/linux/nfs_iostat.h): events, bytes read and written, and pages; null if the file system does not
    /// report them.
    /// </summary>
    [Key("events", Parser = nameof(TryEvents))]
    [Key("bytes", Parser = nameof(TryBytes))]
    public IReadOnlyDictionary<string, long>? Counters { get; private set; }

    /// <summary>The statistics of each procedure; null if the file system does not report them.</summary>
    public RpcOperation[]? Operations { get; internal set; }

    /// <summary>All lines of the statistics, as the kernel writes them; null for a file system without statistics.</summary>
    public string[]? Text { get; internal set; }

    /// <summary>The reasons why properties are null, by property name. Properties that only NFS reports are not included for other file systems.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MountStatistics),
        new(nameof(ProcessId), 9),
        new(nameof(Number), 6),
        new(nameof(Source), 18),
        new(nameof(Target)),
        new(nameof(Type), 8),
        new(nameof(Age), 14));

    /// <summary>The process and the item, on one line.</summary>
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

    // A counter that a later kernel appends gets its position as a name; one that is not a number is omitted.
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
