using ProcFs.Grammar;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/net/afs/stats</c>: counters of the AFS client in the network namespace. Source: afs_proc_stats_show() of fs/afs/proc.c.
/// </summary>
[Fields]
public sealed partial class AfsStatistics : IRecord<AfsStatistics>
{
    private AfsStatistics()
    {
    }

    /// <summary>Names looked up in directories.</summary>
    [Key("dir-mgmt.look")] public long? Lookups { get; private set; }

    /// <summary>Names checked again.</summary>
    [Key("dir-mgmt.reval")] public long? Revalidations { get; private set; }

    /// <summary>Pages of directories invalidated.</summary>
    [Key("dir-mgmt.inval")] public long? Invalidations { get; private set; }

    /// <summary>Pages of directories released.</summary>
    [Key("dir-mgmt.relpg")] public long? PagesReleased { get; private set; }

    /// <summary>Pages of directories read.</summary>
    [Key("dir-data.rdpg")] public long? DirectoryReads { get; private set; }

    /// <summary>Names added to cached directories.</summary>
    [Key("dir-edit.cr")] public long? EntriesCreated { get; private set; }

    /// <summary>Names removed from cached directories.</summary>
    [Key("dir-edit.rm")] public long? EntriesRemoved { get; private set; }

    /// <summary>Reads from servers.</summary>
    [Key("file-rd.n")] public long? Reads { get; private set; }

    /// <summary>Bytes read from servers.</summary>
    [Key("file-rd.nb"), Unit(Unit.Bytes)] public long? BytesRead { get; private set; }

    /// <summary>Writes to servers.</summary>
    [Key("file-wr.n")] public long? Writes { get; private set; }

    /// <summary>Bytes written to servers.</summary>
    [Key("file-wr.nb"), Unit(Unit.Bytes)] public long? BytesWritten { get; private set; }

    /// <summary>Values unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(AfsStatistics),
        new(nameof(Lookups), 8),
        new(nameof(Reads), 8),
        new(nameof(BytesRead), 10),
        new(nameof(Writes), 8),
        new(nameof(BytesWritten), 12));

    /// <summary>The reads and writes: <c>12 reads, 3 writes</c>.</summary>
    public override string ToString() => $"{Reads} reads, {Writes} writes";

    /// <summary>Parses the bytes of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    public static AfsStatistics Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var record = new AfsStatistics();
        Assignments.Read(text, record, source);
        return record;
    }
}
