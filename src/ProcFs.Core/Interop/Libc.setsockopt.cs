using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    public const int SOL_SOCKET = 1;
    public const int SO_RCVBUF = 8;

    /// <summary>Sets the size of the receive buffer beyond the limit of the system; it takes CAP_NET_ADMIN.</summary>
    public const int SO_RCVBUFFORCE = 33;

    /// <summary>setsockopt(2), for options with a number.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int setsockopt(int socket, int level, int option, int* value, uint length);
}
