using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A watch of inotify or fanotify on a file, mount or file system: a line of fdinfo. Source: fs/notify/fdinfo.c.</summary>
public sealed class FileWatch
{
    internal FileWatch()
    {
    }

    /// <summary>The watch descriptor of inotify; null for fanotify.</summary>
    public required int? Number { get; init; }

    /// <summary>The watched inode; null for a mount or a file system.</summary>
    public required ulong? Inode { get; init; }

    /// <summary>The device of the file system, as major and minor number: <c>8:1</c>; null for a mount.</summary>
    public required string? Device { get; init; }

    /// <summary>The id of the watched mount; null for other watches.</summary>
    public required int? MountId { get; init; }

    /// <summary>The watched events.</summary>
    public required FileWatchEvents Events { get; init; }

    /// <summary>
    /// The current path of the watched file, or the mount point of a watched mount or file system; null if it cannot be found. To find the path of an inode takes
    /// CAP_DAC_READ_SEARCH, and a file system that supports handles.
    /// </summary>
    [Unit(Unit.Path)] public string? Target { get; internal set; }

    internal static View View => new(
        typeof(FileWatch),
        new(nameof(Number), 6),
        new(nameof(Inode), 12),
        new(nameof(Device), 8),
        new(nameof(Events), 30),
        new(nameof(Target)));

    /// <summary>The watched object, by its path if that is known, and the events: <c>8:1 1234 Modify, CloseWrite</c>.</summary>
    public override string ToString() => $"{(Target is { } path ? DisplayText.Escape(path) : MountId is { } mount ? $"mount {mount}" : $"{Device} {Inode}".Trim())} {Events}";
}
