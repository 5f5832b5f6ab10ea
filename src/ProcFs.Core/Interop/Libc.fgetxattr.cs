using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>fgetxattr(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint fgetxattr(int descriptor, byte* name, byte* value, nint size);
}
