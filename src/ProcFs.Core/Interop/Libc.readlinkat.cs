using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>readlinkat(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint readlinkat(int directory, byte* path, byte* buffer, nint size);
}
