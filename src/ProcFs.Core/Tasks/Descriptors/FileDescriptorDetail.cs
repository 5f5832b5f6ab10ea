using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// An open file descriptor with the information of fdinfo and a stat through the link: the open flags, the offset, the file, and the details of its type.
/// Properties that its type lacks are null.
/// </summary>
public sealed partial class FileDescriptorDetail : FileDescriptor
{
    internal FileDescriptorDetail(ProcessDirectory process, string processName, in FileLink link, LinkTarget target)
        : base(process, processName, link, target)
    {
    }

    /// <summary>The effective user of the process; null if it has ended.</summary>
    public string? User { get; internal set; }

    /// <summary>The access mode.</summary>
    public FileDescriptorAccess? Access { get; internal set; }

    /// <summary>The names of the open flags.</summary>
    public FileStatusFlags? Flags { get; internal set; }

    /// <summary>The offset in the file, in bytes.</summary>
    public long? Position { get; internal set; }

    /// <summary>The size of the file; null if it is not a regular file.</summary>
    [Unit(Unit.Bytes)] public long? Size { get; internal set; }

    /// <summary>The device of the file system, as major and minor number: <c>8:1</c>.</summary>
    public string? Device { get; internal set; }

    /// <summary>The inode.</summary>
    public ulong? Inode { get; internal set; }

    /// <summary>The number of links of the file; 0 for a deleted one, unless another link is left.</summary>
    public long? Links { get; internal set; }

    /// <summary>The id of the mount on which it was opened.</summary>
    public int? MountId { get; internal set; }

    /// <summary>The mount point, as seen by the process; null if the process does not see the mount.</summary>
    [Unit(Unit.Path)] public string? MountPoint { get; internal set; }

    /// <summary>The locks and leases on the file that were taken through this descriptor or belong to the process.</summary>
    public IReadOnlyList<FileLock> Locks { get; internal set; } = [];

    /// <summary>
    /// The other descriptors, of all processes, on the same pipe, socket, eventfd or pseudoterminal, and on its other end: the peer of a Unix socket, the other
    /// side of a pseudoterminal. Null for files and other types.
    /// </summary>
    public IReadOnlyList<DescriptorPeer>? Peers => Object is { } item ? Ends?.PeersOf(item, this) : null;

    /// <summary>Keys of fdinfo without a property, in order. Some can occur several times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Additional { get; internal set; } = [];

    /// <summary>The reasons why properties are null, by property name. Properties that its type lacks are not included.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; internal set; } = UnavailableFields.None;

    /// <summary>The object that others can be open on; null for a file.</summary>
    internal DescriptorObject? Object { get; set; }

    /// <summary>All descriptors on such objects, as they were when this one was read. Lists made of them here would take the square of their number.</summary>
    internal DescriptorEnds? Ends { get; set; }

    internal static new View View => new(
        typeof(FileDescriptorDetail),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 12),
        new(nameof(User), 8),
        new(nameof(Number), 4) { Label = "Fd", With = [nameof(Use)], Show = Cells.DescriptorOrUse },
        new(nameof(Access), 2) { Label = "Rw", Show = Cells.Access },
        new(nameof(Type), 9),
        new(nameof(Size), 8),
        new(nameof(Target)) { With = [nameof(IsDeleted), nameof(Summary)], Show = Cells.TargetWithSummary });
}
