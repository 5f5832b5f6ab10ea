namespace ProcFs;

/// <summary>
/// The flags with which a file was opened or that were set later (open(2), fcntl(2)). The numbers are those of x86-64; on architectures with other numbers, the
/// names apply.
/// </summary>
[Flags]
public enum FileStatusFlags : long
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The file was created if necessary (O_CREAT). The kernel clears it when the file is open.</summary>
    Create = 0x40,

    /// <summary>The file had to be new (O_EXCL).</summary>
    Exclusive = 0x80,

    /// <summary>A terminal does not become the controlling terminal (O_NOCTTY).</summary>
    NoControllingTerminal = 0x100,

    /// <summary>The file was truncated (O_TRUNC).</summary>
    Truncate = 0x200,

    /// <summary>Writes append to the end (O_APPEND).</summary>
    Append = 0x400,

    /// <summary>Non-blocking I/O (O_NONBLOCK).</summary>
    NonBlock = 0x800,

    /// <summary>Writes wait until the data is on disk (O_DSYNC).</summary>
    DataSync = 0x1000,

    /// <summary>A signal is sent when I/O becomes possible (O_ASYNC).</summary>
    Async = 0x2000,

    /// <summary>I/O bypasses the page cache (O_DIRECT).</summary>
    Direct = 0x4000,

    /// <summary>Files of 2 GiB and more can be opened (O_LARGEFILE).</summary>
    LargeFile = 0x8000,

    /// <summary>The path had to be a directory (O_DIRECTORY).</summary>
    Directory = 0x10000,

    /// <summary>The path must not be a symbolic link (O_NOFOLLOW).</summary>
    NoFollow = 0x20000,

    /// <summary>Reading does not update the access time (O_NOATIME).</summary>
    NoAccessTime = 0x40000,

    /// <summary>The descriptor is closed on exec (O_CLOEXEC).</summary>
    CloseOnExec = 0x80000,

    /// <summary>With <see cref="DataSync"/>: writes also wait for the metadata (O_SYNC).</summary>
    Sync = 0x100000,

    /// <summary>The descriptor only refers to the path (O_PATH).</summary>
    Path = 0x200000,

    /// <summary>A file without a name (O_TMPFILE).</summary>
    TemporaryFile = 0x400000,
}
