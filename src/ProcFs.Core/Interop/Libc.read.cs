using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>read(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint read(int descriptor, byte* buffer, nint count);
}
