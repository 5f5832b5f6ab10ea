using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>flistxattr(2): names, each terminated by a NUL.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint flistxattr(int descriptor, byte* list, nint size);
}
