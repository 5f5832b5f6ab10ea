using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/sysvipc/shm</c>: a segment of shared memory of System V in the reader's IPC namespace. A time that never came is null. Source: proc_sysvipc_shm(5), sysvipc(7), sysvipc_shm_proc_show() of ipc/shm.c.
/// </summary>
[Fields]
public sealed partial class SharedMemorySegment : ITable<SharedMemorySegment>
{
    private SharedMemorySegment()
    {
    }

    /// <summary>The id, which shmat(2) takes.</summary>
    [Key("shmid")] public int SegmentId { get; private set; }

    /// <summary>The key by which programs find it; 0 for one that is handed on by its id alone (IPC_PRIVATE).</summary>
    [Key("key")] public int? Key { get; private set; }

    /// <summary>Who may read and write it, and above that whether it is to be removed with its last attachment (1000) or is locked in memory (2000).</summary>
    [Key("perms", Scale.Octal), Unit(Unit.Mode)] public int? Permissions { get; private set; }

    /// <summary>Its size, in bytes.</summary>
    [Key("size"), Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>The process that made it; 0 where that is outside of the reader's namespace of process ids.</summary>
    [Key("cpid")] public int? CreatorId { get; private set; }

    /// <summary>The process that attached or detached it last; 0 for none.</summary>
    [Key("lpid")] public int? LastId { get; private set; }

    /// <summary>How often it is attached.</summary>
    [Key("nattch")] public long? AttachCount { get; private set; }

    /// <summary>The user whom it belongs to.</summary>
    [Key("uid")] public uint? UserId { get; private set; }

    /// <summary>That user's name; the id where the system knows none.</summary>
    public string? User { get; private set; }

    /// <summary>The group that it belongs to.</summary>
    [Key("gid")] public uint? GroupId { get; private set; }

    /// <summary>The user who made it.</summary>
    [Key("cuid")] public uint? CreatorUserId { get; private set; }

    /// <summary>That user's group.</summary>
    [Key("cgid")] public uint? CreatorGroupId { get; private set; }

    /// <summary>When it was attached last.</summary>
    [Key("atime", Scale.UnixTime)] public DateTimeOffset? AttachTime { get; private set; }

    /// <summary>When it was detached last.</summary>
    [Key("dtime", Scale.UnixTime)] public DateTimeOffset? DetachTime { get; private set; }

    /// <summary>When it was made, or its owner or rights were changed.</summary>
    [Key("ctime", Scale.UnixTime)] public DateTimeOffset? ChangeTime { get; private set; }

    /// <summary>The part in memory, in bytes (since 2.6.37).</summary>
    [Key("rss"), Unit(Unit.Bytes)] public long? ResidentSize { get; private set; }

    /// <summary>The part in swap, in bytes (since 2.6.37).</summary>
    [Key("swap"), Unit(Unit.Bytes)] public long? SwapSize { get; private set; }

    /// <summary>Fields that this version does not know, by the names of their columns.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SharedMemorySegment),
        new(nameof(SegmentId), 9),
        new(nameof(Key), 11) { Show = Cells.IpcKey },
        new(nameof(User), 10),
        new(nameof(Permissions), 11),
        new(nameof(Size), 9),
        new(nameof(AttachCount), 11),
        new(nameof(ResidentSize), 9) { Label = "Rss" },
        new(nameof(CreatorId), 9),
        new(nameof(ChangeTime), 19));

    /// <summary>The id and who it belongs to: <c>32769 root</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{SegmentId} {User}");

    static string IRow<SharedMemorySegment>.NameOf(SharedMemorySegment row) => row.SegmentId.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SharedMemorySegment, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        HeaderedLines.Read(source, static _ => new SharedMemorySegment(), row =>
        {
            row.User = source.UserName(row.UserId);
            return emit(row);
        });
    }
}
