using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>copy_file_range(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial nint copy_file_range(int from, ref long fromOffset, int to, ref long toOffset, nint length, uint flags);
}
