using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/sysvipc/msg</c>: a System V message queue in the reader's IPC namespace. The time of an event that never happened is null. Source:
/// proc_sysvipc_msg(5), sysvipc(7), sysvipc_msg_proc_show() of ipc/msg.c.
/// </summary>
[Fields]
public sealed partial class MessageQueue : ITable<MessageQueue>
{
    private MessageQueue()
    {
    }

    /// <summary>The id, as used by msgrcv(2).</summary>
    [Key("msqid")] public int QueueId { get; private set; }

    /// <summary>The key with which programs find it; 0 for IPC_PRIVATE, which is only shared by its id.</summary>
    [Key("key")] public int? Key { get; private set; }

    /// <summary>The permission bits.</summary>
    [Key("perms", Scale.Octal), Unit(Unit.Mode)] public int? Permissions { get; private set; }

    /// <summary>The number of bytes in its messages.</summary>
    [Key("cbytes"), Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>The number of messages in it.</summary>
    [Key("qnum")] public long? Messages { get; private set; }

    /// <summary>The process that last sent a message; 0 for none.</summary>
    [Key("lspid")] public int? LastSenderId { get; private set; }

    /// <summary>The process that last received a message; 0 for none.</summary>
    [Key("lrpid")] public int? LastReceiverId { get; private set; }

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

    /// <summary>The time when a message was last sent.</summary>
    [Key("stime", Scale.UnixTime)] public DateTimeOffset? SendTime { get; private set; }

    /// <summary>The time when a message was last received.</summary>
    [Key("rtime", Scale.UnixTime)] public DateTimeOffset? ReceiveTime { get; private set; }

    /// <summary>The time when it was created, or its owner or permissions were changed.</summary>
    [Key("ctime", Scale.UnixTime)] public DateTimeOffset? ChangeTime { get; private set; }

    /// <summary>Fields unknown to this version, by column name.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(MessageQueue),
        new(nameof(QueueId), 8),
        new(nameof(Key), 11) { Show = Cells.IpcKey },
        new(nameof(User), 12),
        new(nameof(Permissions), 11),
        new(nameof(Messages), 8),
        new(nameof(Size), 9),
        new(nameof(LastSenderId), 12),
        new(nameof(LastReceiverId), 14),
        new(nameof(ChangeTime), 19));

    /// <summary>The id and the owner: <c>32769 root</c>.</summary>
    public override string ToString() => DisplayText.Escape($"{QueueId} {User}");

    static string IRow<MessageQueue>.NameOf(MessageQueue row) => row.QueueId.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<MessageQueue, bool> emit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emit);
        HeaderedLines.Read(source, static _ => new MessageQueue(), row =>
        {
            row.User = source.UserName(row.UserId);
            return emit(row);
        });
    }
}
