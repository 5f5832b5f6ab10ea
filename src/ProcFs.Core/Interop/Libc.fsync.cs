using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>fsync(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int fsync(int descriptor);
}
