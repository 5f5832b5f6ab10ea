using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/sysvipc/sem</c>: a set of semaphores of System V in the reader's IPC namespace. A time that never came is null. Source: proc_sysvipc_sem(5), sysvipc(7), sysvipc_sem_proc_show() of ipc/sem.c.
/// </summary>
[Fields]
public sealed partial class SemaphoreSet : ITable<SemaphoreSet>
{
    private SemaphoreSet()
    {
    }

    /// <summary>The id, which semop(2) takes.</summary>
    [Key("semid")] public int SetId { get; private set; }

    /// <summary>The key by which programs find it; 0 for one that is handed on by its id alone (IPC_PRIVATE).</summary>
    [Key("key")] public int? Key { get; private set; }

    /// <summary>Who may read and write it.</summary>
    [Key("perms", Scale.Octal), Unit(Unit.Mode)] public int? Permissions { get; private set; }

    /// <summary>Semaphores in it.</summary>
    [Key("nsems")] public long? Semaphores { get; private set; }

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

    /// <summary>When semop(2) succeeded last.</summary>
    [Key("otime", Scale.UnixTime)] public DateTimeOffset? OperationTime { get; private set; }

    /// <summary>When it was made, or its owner or rights were changed.</summary>
    [Key("ctime", Scale.UnixTime)] public DateTimeOffset? ChangeTime { get; private set; }

    /// <summary>Fields that this version does not know, by the names of their columns.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>The id and who it belongs to: <c>32769 root</c>.</summary>
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
