using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>ftruncate(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int ftruncate(int descriptor, long length);
}
