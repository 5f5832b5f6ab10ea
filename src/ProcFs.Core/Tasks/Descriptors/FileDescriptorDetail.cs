using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// An open file descriptor with what fdinfo and a stat through the link add: how it was opened, where it stands, which file it is, and what its kind of
/// file has. What a kind does not have is null.
/// </summary>
public sealed partial class FileDescriptorDetail : FileDescriptor
{
    internal FileDescriptorDetail(ProcessDirectory process, string processName, int number, LinkTarget target)
        : base(process, processName, number, target)
    {
    }

    /// <summary>The user as whom the process acts; null where it has ended.</summary>
    public string? User { get; internal set; }

    /// <summary>What may be done through it.</summary>
    public FileDescriptorAccess? Access { get; internal set; }

    /// <summary>How it was opened, by name.</summary>
    public FileStatusFlags? Flags { get; internal set; }

    /// <summary>The offset in the file, in bytes.</summary>
    public long? Position { get; internal set; }

    /// <summary>The size of the file; null where it is none.</summary>
    [Unit(Unit.Bytes)] public long? Size { get; internal set; }

    /// <summary>The device of the file system that it is on, as major and minor number: <c>8:1</c>.</summary>
    public string? Device { get; internal set; }

    /// <summary>The inode.</summary>
    public ulong? Inode { get; internal set; }

    /// <summary>How many names the file has; 0 for a deleted one, unless another name is left.</summary>
    public long? Links { get; internal set; }

    /// <summary>The mount that it was opened on, by its id.</summary>
    public int? MountId { get; internal set; }

    /// <summary>Where that is mounted, as the process sees it; null where the process sees no such mount.</summary>
    [Unit(Unit.Path)] public string? MountPoint { get; internal set; }

    /// <summary>The locks and leases on the file that were taken through this descriptor, or that the process has.</summary>
    public IReadOnlyList<FileLock> Locks { get; internal set; } = [];

    /// <summary>Keys of fdinfo that have no property here, in their order. Some come several times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Additional { get; internal set; } = [];

    /// <summary>Why fields are null: names of properties with the reason. What its kind of file does not have is not among them.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; internal set; } = System.Collections.Frozen.FrozenDictionary<string, UnavailableReason>.Empty;

    internal static new View View => new(
        typeof(FileDescriptorDetail),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 12),
        new(nameof(User), 8),
        new(nameof(Number), 4) { Label = "Fd" },
        new(nameof(Access), 2) { Label = "Rw", Show = Cells.Access },
        new(nameof(Type), 9),
        new(nameof(Size), 8),
        new(nameof(Target)) { With = [nameof(IsDeleted), nameof(Summary)], Show = Cells.TargetWithSummary });
}
