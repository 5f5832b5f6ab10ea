using ProcFs.Views;

namespace ProcFs;

/// <summary>A file, mount or file system that inotify or fanotify watches: a line of fdinfo. Source: fs/notify/fdinfo.c.</summary>
public sealed class FileWatch
{
    internal FileWatch()
    {
    }

    /// <summary>The number of the watch, by which inotify names it; null for fanotify.</summary>
    public required int? Number { get; init; }

    /// <summary>The inode that is watched; null where a mount or a file system is.</summary>
    public required ulong? Inode { get; init; }

    /// <summary>The device of the file system, as major and minor number: <c>8:1</c>; null where a mount is watched.</summary>
    public required string? Device { get; init; }

    /// <summary>The mount that is watched, by its id; null where something else is.</summary>
    public required int? MountId { get; init; }

    /// <summary>What is watched for.</summary>
    public required FileWatchEvents Events { get; init; }

    internal static View View => new(
        typeof(FileWatch),
        new(nameof(Number), 6),
        new(nameof(Inode), 12),
        new(nameof(Device), 8),
        new(nameof(MountId), 7),
        new(nameof(Events)));

    /// <summary>What is watched, and for what: <c>8:1 1234 Modify, CloseWrite</c>.</summary>
    public override string ToString() => $"{(MountId is { } mount ? $"mount {mount}" : $"{Device} {Inode}".Trim())} {Events}";
}
