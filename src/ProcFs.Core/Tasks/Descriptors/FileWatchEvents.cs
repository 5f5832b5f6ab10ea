namespace ProcFs;

/// <summary>What is watched of a file: inotify(7) and fanotify(7), whose first bits are the same.</summary>
[Flags]
public enum FileWatchEvents : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is read (IN_ACCESS).</summary>
    Access = 0x1,

    /// <summary>It is written to (IN_MODIFY).</summary>
    Modify = 0x2,

    /// <summary>Its rights, times or owner change (IN_ATTRIB).</summary>
    Attributes = 0x4,

    /// <summary>A writer closes it (IN_CLOSE_WRITE).</summary>
    CloseWrite = 0x8,

    /// <summary>A reader closes it (IN_CLOSE_NOWRITE).</summary>
    CloseNoWrite = 0x10,

    /// <summary>It is opened (IN_OPEN).</summary>
    Open = 0x20,

    /// <summary>Something is moved out of the folder (IN_MOVED_FROM).</summary>
    MovedFrom = 0x40,

    /// <summary>Something is moved into the folder (IN_MOVED_TO).</summary>
    MovedTo = 0x80,

    /// <summary>Something is made in the folder (IN_CREATE).</summary>
    Create = 0x100,

    /// <summary>Something is deleted from the folder (IN_DELETE).</summary>
    Delete = 0x200,

    /// <summary>It is deleted itself (IN_DELETE_SELF).</summary>
    DeleteSelf = 0x400,

    /// <summary>It is moved itself (IN_MOVE_SELF).</summary>
    MoveSelf = 0x800,

    /// <summary>It is opened to be executed (FAN_OPEN_EXEC).</summary>
    OpenExec = 0x1000,

    /// <summary>Its file system is unmounted (IN_UNMOUNT).</summary>
    Unmount = 0x2000,

    /// <summary>Events were lost (IN_Q_OVERFLOW).</summary>
    Overflow = 0x4000,

    /// <summary>The watch is gone (IN_IGNORED); for fanotify, an error of the file system.</summary>
    Ignored = 0x8000,

    /// <summary>Opening waits for an answer (FAN_OPEN_PERM).</summary>
    OpenPermission = 0x10000,

    /// <summary>Reading waits for an answer (FAN_ACCESS_PERM).</summary>
    AccessPermission = 0x20000,

    /// <summary>Executing waits for an answer (FAN_OPEN_EXEC_PERM).</summary>
    OpenExecPermission = 0x40000,

    /// <summary>It has to be a folder (IN_ONLYDIR).</summary>
    OnlyDirectory = 0x1000000,

    /// <summary>Files without a name are not reported (IN_EXCL_UNLINK).</summary>
    ExcludeUnlinked = 0x4000000,

    /// <summary>What is in the folder counts too (FAN_EVENT_ON_CHILD).</summary>
    Children = 0x8000000,

    /// <summary>Something is renamed (FAN_RENAME).</summary>
    Rename = 0x10000000,

    /// <summary>It is about a folder (IN_ISDIR, FAN_ONDIR).</summary>
    IsDirectory = 0x40000000,

    /// <summary>It is reported once (IN_ONESHOT).</summary>
    OneShot = 0x80000000,
}
