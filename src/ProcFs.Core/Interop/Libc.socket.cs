using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    public const int AF_NETLINK = 16;
    public const int SOCK_RAW = 3;
    public const int SOCK_CLOEXEC = 0x80000;
    public const int NETLINK_SOCK_DIAG = 4;
    public const int NETLINK_CONNECTOR = 11;

    /// <summary>socket(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int socket(int family, int type, int protocol);
}
