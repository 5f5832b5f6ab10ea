using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>bind(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int bind(int socket, byte* address, uint length);
}
