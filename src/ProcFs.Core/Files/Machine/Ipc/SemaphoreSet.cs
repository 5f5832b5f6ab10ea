using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/sysvipc/sem</c>: a System V semaphore set in the reader's IPC namespace. The time of an event that never happened is null. Source:
/// proc_sysvipc_sem(5), sysvipc(7), sysvipc_sem_proc_show() of ipc/sem.c.
/// </summary>
[Fields]
public sealed partial class SemaphoreSet : ITable<SemaphoreSet>
{
    private SemaphoreSet()
    {
    }

    /// <summary>The id, as used by semop(2).</summary>
    [Key("semid")] public int SetId { get; private set; }

    /// <summary>The key with which programs find it; 0 for IPC_PRIVATE, which is only shared by its id.</summary>
    [Key("key")] public int? Key { get; private set; }

    /// <summary>The permission bits.</summary>
    [Key("perms", Scale.Octal), Unit(Unit.Mode)] public int? Permissions { get; private set; }

    /// <summary>The number of semaphores in it.</summary>
    [Key("nsems")] public long? Semaphores { get; private set; }

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

    /// <summary>The time when semop(2) last succeeded.</summary>
    [Key("otime", Scale.UnixTime)] public DateTimeOffset? OperationTime { get; private set; }

    /// <summary>The time when it was created, or its owner or permissions were changed.</summary>
    [Key("ctime", Scale.UnixTime)] public DateTimeOffset? ChangeTime { get; private set; }

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(SemaphoreSet),
        new(nameof(SetId), 8),
        new(nameof(Key), 11) { Show = Cells.IpcKey },
        new(nameof(User), 12),
        new(nameof(Permissions), 11),
        new(nameof(Semaphores), 10),
        new(nameof(OperationTime), 19),
        new(nameof(ChangeTime), 19));

    /// <summary>The id and the owner: <c>32769 root</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{SetId} {User}");

    static string IRow<SemaphoreSet>.NameOf(SemaphoreSet row) => row.SetId.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<SemaphoreSet, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        HeaderedLines.Read(source, static _ => new SemaphoreSet(), row =>
        {
            row.User = source.UserName(row.UserId);
            return emit(row);
        });
    }
}
