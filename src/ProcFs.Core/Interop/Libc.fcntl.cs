using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>The seals of a memory file (linux/fcntl.h).</summary>
    public const int F_GET_SEALS = 1034;

    /// <summary>fcntl(2), for commands without an argument.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int fcntl(int descriptor, int command);
}
