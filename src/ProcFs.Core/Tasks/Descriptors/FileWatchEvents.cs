namespace ProcFs;

/// <summary>The events of a watch: inotify(7) and fanotify(7), which share the lower bits.</summary>
[Flags]
public enum FileWatchEvents : long
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The file was read (IN_ACCESS).</summary>
    Access = 0x1,

    /// <summary>The file was written (IN_MODIFY).</summary>
    Modify = 0x2,

    /// <summary>Permissions, times or owner changed (IN_ATTRIB).</summary>
    Attributes = 0x4,

    /// <summary>A file open for writing was closed (IN_CLOSE_WRITE).</summary>
    CloseWrite = 0x8,

    /// <summary>A file not open for writing was closed (IN_CLOSE_NOWRITE).</summary>
    CloseNoWrite = 0x10,

    /// <summary>The file was opened (IN_OPEN).</summary>
    Open = 0x20,

    /// <summary>A file was moved out of the folder (IN_MOVED_FROM).</summary>
    MovedFrom = 0x40,

    /// <summary>A file was moved into the folder (IN_MOVED_TO).</summary>
    MovedTo = 0x80,

    /// <summary>A file was created in the folder (IN_CREATE).</summary>
    Create = 0x100,

    /// <summary>A file was deleted from the folder (IN_DELETE).</summary>
    Delete = 0x200,

    /// <summary>The watched file was deleted (IN_DELETE_SELF).</summary>
    DeleteSelf = 0x400,

    /// <summary>The watched file was moved (IN_MOVE_SELF).</summary>
    MoveSelf = 0x800,

    /// <summary>The file was opened for execution (FAN_OPEN_EXEC).</summary>
    OpenExec = 0x1000,

    /// <summary>The file system was unmounted (IN_UNMOUNT).</summary>
    Unmount = 0x2000,

    /// <summary>Events were lost (IN_Q_OVERFLOW).</summary>
    Overflow = 0x4000,

    /// <summary>The watch was removed (IN_IGNORED); for fanotify, an error of the file system.</summary>
    Ignored = 0x8000,

    /// <summary>Permission to open (FAN_OPEN_PERM).</summary>
    OpenPermission = 0x10000,

    /// <summary>Permission to read (FAN_ACCESS_PERM).</summary>
    AccessPermission = 0x20000,

    /// <summary>Permission to execute (FAN_OPEN_EXEC_PERM).</summary>
    OpenExecPermission = 0x40000,

    /// <summary>The watched file must be a folder (IN_ONLYDIR).</summary>
    OnlyDirectory = 0x1000000,

    /// <summary>Unlinked files are not reported (IN_EXCL_UNLINK).</summary>
    ExcludeUnlinked = 0x4000000,

    /// <summary>Includes the files in the folder (FAN_EVENT_ON_CHILD).</summary>
    Children = 0x8000000,

    /// <summary>A file was renamed (FAN_RENAME).</summary>
    Rename = 0x10000000,

    /// <summary>The event is about a folder (IN_ISDIR, FAN_ONDIR).</summary>
    IsDirectory = 0x40000000,

    /// <summary>Only the first event is reported (IN_ONESHOT).</summary>
    OneShot = 0x80000000,
}
