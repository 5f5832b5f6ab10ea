using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>fsetxattr(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int fsetxattr(int descriptor, byte* name, byte* value, nint size, int flags);
}
