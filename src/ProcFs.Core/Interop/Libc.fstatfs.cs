using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>f_type of a mounted proc file system (statfs(2)).</summary>
    public const long PROC_SUPER_MAGIC = 0x9fa0;

    /// <summary>fstatfs(2). The first word of struct statfs is f_type on every 64-bit Linux.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int fstatfs(int descriptor, long* result);
}
