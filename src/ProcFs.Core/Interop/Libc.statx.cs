using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>An empty path means the descriptor itself (fcntl.h).</summary>
    public const int AT_EMPTY_PATH = 0x1000;

    /// <summary>Does not follow a link at the end of the path (fcntl.h).</summary>
    public const int AT_SYMLINK_NOFOLLOW = 0x100;

    /// <summary>Uses cached attributes, without querying a server (fcntl.h).</summary>
    public const int AT_STATX_DONT_SYNC = 0x4000;

    /// <summary>The creation time of the inode (statx(2)).</summary>
    public const uint STATX_BTIME = 0x800;

    /// <summary>Type, mode, link count, inode, size: the attributes that most readers need (statx(2)).</summary>
    public const uint STATX_USED = 0x1 | 0x2 | 0x4 | 0x100 | 0x200;

    /// <summary>The id of the mount, as in mountinfo (since Linux 5.8).</summary>
    public const uint STATX_MNT_ID = 0x1000;

    /// <summary>All attributes of stat(2).</summary>
    public const uint STATX_BASIC_STATS = 0x7ff;

    /// <summary>statx(2): one layout on every architecture, unlike stat(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int statx(int directory, byte* path, int flags, uint mask, out Statx result);
}
