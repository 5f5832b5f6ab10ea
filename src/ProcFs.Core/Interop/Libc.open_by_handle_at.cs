using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>open_by_handle_at(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int open_by_handle_at(int mount, byte* handle, OpenFlags flags);
}
