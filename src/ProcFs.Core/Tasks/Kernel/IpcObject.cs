using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// An object of System V IPC, as lsipc(1) and ipcs(1) list them: <c>/proc/sysvipc/shm</c>, <c>msg</c> and <c>sem</c> in one table. <see cref="Detail"/> has all fields of the
/// file.
/// </summary>
public sealed class IpcObject
{
    private IpcObject()
    {
    }

    /// <summary>What it is.</summary>
    public required IpcType Type { get; init; }

    /// <summary>The id that shmat(2), msgsnd(2) and semop(2) take.</summary>
    public required int IpcId { get; init; }

    /// <summary>The key that it was made with; 0 for a private one, null where it cannot be read.</summary>
    [Unit(Unit.Hex)] public required int? Key { get; init; }

    /// <summary>The permission bits.</summary>
    [Unit(Unit.Mode)] public required int? Permissions { get; init; }

    /// <summary>The user id of the owner.</summary>
    public required uint? UserId { get; init; }

    /// <summary>The owner: name, or number where it has none.</summary>
    public required string? User { get; init; }

    /// <summary>Bytes: of shared memory its size, of a queue those that wait in it; null for semaphores.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>How many: of shared memory the attachments, of a queue the messages, of a set the semaphores.</summary>
    public required long? Count { get; init; }

    /// <summary>The process that created a segment; null for the others, whose files do not hold it.</summary>
    public required int? CreatorId { get; init; }

    /// <summary>When its owner, its permissions or its size were last changed.</summary>
    public required DateTimeOffset? ChangeTime { get; init; }

    /// <summary>The row of the file: a <see cref="SharedMemorySegment"/>, <see cref="MessageQueue"/> or <see cref="SemaphoreSet"/>.</summary>
    public required object Detail { get; init; }

    internal static View View => new(
        typeof(IpcObject),
        new(nameof(Type), 12),
        new(nameof(IpcId), 10),
        new(nameof(Key), 8),
        new(nameof(User), 14),
        new(nameof(Permissions), 11),
        new(nameof(Size), 9),
        new(nameof(Count), 8),
        new(nameof(ChangeTime), 19));

    /// <summary>The objects of the types, in the kernel's order; null for all.</summary>
    public static IEnumerable<Outcome<IpcObject>> Read(ProcRoot root, IReadOnlyList<IpcType>? types = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(root);
        foreach (IpcType type in types ?? Enum.GetValues<IpcType>())
        {
            IEnumerable<Outcome<IpcObject>> objects = type switch
            {
                IpcType.SharedMemory => root.Rows<SharedMemorySegment>(cancellation).Select(outcome => outcome.To(Of)),
                IpcType.MessageQueue => root.Rows<MessageQueue>(cancellation).Select(outcome => outcome.To(Of)),
                _ => root.Rows<SemaphoreSet>(cancellation).Select(outcome => outcome.To(Of)),
            };
            foreach (Outcome<IpcObject> outcome in objects)
            {
                yield return outcome;
            }
        }
    }

    /// <summary>The type and the id: <c>SharedMemory 32768</c>.</summary>
    public override string ToString() => $"{Type} {IpcId}";

    private static IpcObject Of(SharedMemorySegment row) => new()
    {
        Type = IpcType.SharedMemory,
        IpcId = row.SegmentId,
        Key = row.Key,
        Permissions = row.Permissions,
        UserId = row.UserId,
        User = row.User,
        Size = row.Size,
        Count = row.AttachCount,
        CreatorId = row.CreatorId,
        ChangeTime = row.ChangeTime,
        Detail = row,
    };

    private static IpcObject Of(MessageQueue row) => new()
    {
        Type = IpcType.MessageQueue,
        IpcId = row.QueueId,
        Key = row.Key,
        Permissions = row.Permissions,
        UserId = row.UserId,
        User = row.User,
        Size = row.Size,
        Count = row.Messages,
        CreatorId = null,
        ChangeTime = row.ChangeTime,
        Detail = row,
    };

    private static IpcObject Of(SemaphoreSet row) => new()
    {
        Type = IpcType.Semaphore,
        IpcId = row.SetId,
        Key = row.Key,
        Permissions = row.Permissions,
        UserId = row.UserId,
        User = row.User,
        Size = null,
        Count = row.Semaphores,
        CreatorId = null,
        ChangeTime = row.ChangeTime,
        Detail = row,
    };
}
