using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>sendfile(2); off_t has 64 bits on every 64-bit Linux.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial nint sendfile(int to, int from, ref long fromOffset, nint count);
}
