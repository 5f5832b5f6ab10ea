using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// A System V IPC object, as listed by lsipc(1) and ipcs(1): <c>/proc/sysvipc/shm</c>, <c>msg</c> and <c>sem</c> in one table. <see cref="Detail"/> has all fields
/// of the file.
/// </summary>
public sealed class IpcObject
{
    private IpcObject()
    {
    }

    /// <summary>The type.</summary>
    public required IpcType Type { get; init; }

    /// <summary>The id, as used by shmat(2), msgsnd(2) and semop(2).</summary>
    public required int IpcId { get; init; }

    /// <summary>The key that it was created with; 0 for a private one, null if it cannot be read.</summary>
    [Unit(Unit.Hex)] public required int? Key { get; init; }

    /// <summary>The permission bits.</summary>
    [Unit(Unit.Mode)] public required int? Permissions { get; init; }

    /// <summary>The user id of the owner.</summary>
    public required uint? UserId { get; init; }

    /// <summary>The name of the owner, or the id if the system has no name for it.</summary>
    public required string? User { get; init; }

    /// <summary>The size of shared memory, or the bytes waiting in a queue; null for semaphores.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>The number of attachments of shared memory, messages in a queue, or semaphores in a set.</summary>
    public required long? Count { get; init; }

    /// <summary>The process that created a segment; null for other types, whose files do not have it.</summary>
    public required int? CreatorId { get; init; }

    /// <summary>The time when its owner, permissions or size were last changed.</summary>
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

    /// <summary>The objects of the given types, in the kernel's order; null for all types.</summary>
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
