using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>pread(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint pread(int descriptor, byte* buffer, nint count, long offset);
}
