using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>openat(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int openat(int directory, byte* path, OpenFlags flags, int mode);
}
