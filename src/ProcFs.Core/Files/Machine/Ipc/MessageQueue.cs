using System.Globalization;
using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a row of <c>/proc/sysvipc/msg</c>: a message queue of System V in the reader's IPC namespace. A time that never came is null. Source: proc_sysvipc_msg(5), sysvipc(7), sysvipc_msg_proc_show() of ipc/msg.c.
/// </summary>
[Fields]
public sealed partial class MessageQueue : ITable<MessageQueue>
{
    private MessageQueue()
    {
    }

    /// <summary>The id, which msgrcv(2) takes.</summary>
    [Key("msqid")] public int QueueId { get; private set; }

    /// <summary>The key by which programs find it; 0 for one that is handed on by its id alone (IPC_PRIVATE).</summary>
    [Key("key")] public int? Key { get; private set; }

    /// <summary>Who may read and write it.</summary>
    [Key("perms", Scale.Octal), Unit(Unit.Mode)] public int? Permissions { get; private set; }

    /// <summary>Bytes in its messages.</summary>
    [Key("cbytes"), Unit(Unit.Bytes)] public long? Size { get; private set; }

    /// <summary>Messages in it.</summary>
    [Key("qnum")] public long? Messages { get; private set; }

    /// <summary>The process that sent to it last; 0 for none.</summary>
    [Key("lspid")] public int? LastSenderId { get; private set; }

    /// <summary>The process that received from it last; 0 for none.</summary>
    [Key("lrpid")] public int? LastReceiverId { get; private set; }

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

    /// <summary>When a message was sent last.</summary>
    [Key("stime", Scale.UnixTime)] public DateTimeOffset? SendTime { get; private set; }

    /// <summary>When a message was received last.</summary>
    [Key("rtime", Scale.UnixTime)] public DateTimeOffset? ReceiveTime { get; private set; }

    /// <summary>When it was made, or its owner or rights were changed.</summary>
    [Key("ctime", Scale.UnixTime)] public DateTimeOffset? ChangeTime { get; private set; }

    /// <summary>Fields that this version does not know, by the names of their columns.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason.</summary>
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

    /// <summary>The id and who it belongs to: <c>32769 root</c>.</summary>
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
