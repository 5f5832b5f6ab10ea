using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Removes an empty folder (fcntl.h).</summary>
    public const int AT_REMOVEDIR = 0x200;

    /// <summary>unlinkat(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int unlinkat(int directory, byte* path, int flags);
}
