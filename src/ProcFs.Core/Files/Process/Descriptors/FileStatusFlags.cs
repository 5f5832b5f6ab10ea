namespace ProcFs;

/// <summary>
/// How a file was opened and what was set on the descriptor since (open(2), fcntl(2)). The numbers are those of x86-64; where another
/// architecture has other numbers, the names count.
/// </summary>
[Flags]
public enum FileStatusFlags : long
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The file was to be made (O_CREAT). The kernel forgets it once the file is open.</summary>
    Create = 0x40,

    /// <summary>The file had to be new (O_EXCL).</summary>
    Exclusive = 0x80,

    /// <summary>A terminal does not become the controlling one (O_NOCTTY).</summary>
    NoControllingTerminal = 0x100,

    /// <summary>The file was to be cut to nothing (O_TRUNC).</summary>
    Truncate = 0x200,

    /// <summary>All writes go to the end (O_APPEND).</summary>
    Append = 0x400,

    /// <summary>Calls do not wait (O_NONBLOCK).</summary>
    NonBlock = 0x800,

    /// <summary>Writes wait until the data is on the disk (O_DSYNC).</summary>
    DataSync = 0x1000,

    /// <summary>A signal tells when data can be read or written (O_ASYNC).</summary>
    Async = 0x2000,

    /// <summary>Data passes the page cache by (O_DIRECT).</summary>
    Direct = 0x4000,

    /// <summary>Files of 2 GiB and more may be opened (O_LARGEFILE).</summary>
    LargeFile = 0x8000,

    /// <summary>It had to be a folder (O_DIRECTORY).</summary>
    Directory = 0x10000,

    /// <summary>It had to be no link (O_NOFOLLOW).</summary>
    NoFollow = 0x20000,

    /// <summary>Reading does not change the access time (O_NOATIME).</summary>
    NoAccessTime = 0x40000,

    /// <summary>The descriptor closes when another program is executed (O_CLOEXEC).</summary>
    CloseOnExec = 0x80000,

    /// <summary>With <see cref="DataSync"/>: what describes the file waits too (O_SYNC).</summary>
    Sync = 0x100000,

    /// <summary>The descriptor only stands for the path (O_PATH).</summary>
    Path = 0x200000,

    /// <summary>A file without a name (O_TMPFILE).</summary>
    TemporaryFile = 0x400000,
}
