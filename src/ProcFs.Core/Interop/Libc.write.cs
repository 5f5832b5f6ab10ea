using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>write(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial nint write(int descriptor, byte* buffer, nint count);
}
