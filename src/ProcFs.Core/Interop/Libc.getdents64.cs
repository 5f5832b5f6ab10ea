using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>getdents64(2); glibc has the wrapper since 2.30.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint getdents64(int directory, byte* buffer, nint size);
}
