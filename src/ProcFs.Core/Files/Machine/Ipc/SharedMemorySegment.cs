using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/sysvipc/shm</c>: a System V shared memory segment in the reader's IPC namespace. The time of an event that never happened is null.
/// Source: proc_sysvipc_shm(5), sysvipc(7), sysvipc_shm_proc_show() of ipc/shm.c.
/// </summary>
[Fields]
public sealed partial class SharedMemorySegment : ITable<SharedMemorySegment>
{
    private SharedMemorySegment()
    {
    }

    /// <summary>The id, as used by shmat(2).</summary>
    [Key("shmid")] public int SegmentId { get; private set; }

    /// <summary>The key with which programs find it; 0 for IPC_PRIVATE, which is only shared by its id.</summary>
    [Key("key")] public int? Key { get; private set; }

    /// <summary>The permission bits, and above them whether it is to be removed with its last attachment (1000) or is locked in memory (2000).</summary>
    [Key("perms", Scale.Octal), Unit(Unit.Mode)] public int? Permissions { get; private set; }

    /// <summary>The size, in bytes.</summary>
    [Key("size"), Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>The process that created it; 0 if that is outside of the reader's PID namespace.</summary>
    [Key("cpid")] public int? CreatorId { get; private set; }

    /// <summary>The process that last attached or detached it; 0 for none.</summary>
    [Key("lpid")] public int? LastId { get; private set; }

    /// <summary>The number of attachments.</summary>
    [Key("nattch")] public long? AttachCount { get; private set; }

    /// <summary>The id of the owner.</summary>
    [Key("uid")] public uint? UserId { get; private set; }

    /// <summary>The name of that user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The id of the owner's group.</summary>
    [Key("gid")] public uint? GroupId { get; private set; }

    /// <summary>The id of the creator.</summary>
    [Key("cuid")] public uint? CreatorUserId { get; private set; }

    /// <summary>The id of that user's group.</summary>
    [Key("cgid")] public uint? CreatorGroupId { get; private set; }

    /// <summary>The time when it was last attached.</summary>
    [Key("atime", Scale.UnixTime)] public DateTimeOffset? AttachTime { get; private set; }

    /// <summary>The time when it was last detached.</summary>
    [Key("dtime", Scale.UnixTime)] public DateTimeOffset? DetachTime { get; private set; }

    /// <summary>The time when it was created, or its owner or permissions were changed.</summary>
    [Key("ctime", Scale.UnixTime)] public DateTimeOffset? ChangeTime { get; private set; }

    /// <summary>The resident part, in bytes (since 2.6.37).</summary>
    [Key("rss"), Unit(Unit.Bytes)] public long? ResidentSize { get; private set; }

    /// <summary>The swapped-out part, in bytes (since 2.6.37).</summary>
    [Key("swap"), Unit(Unit.Bytes)] public long? SwapSize { get; private set; }

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
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

    /// <summary>The id and the owner: <c>32769 root</c>.</summary>
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
