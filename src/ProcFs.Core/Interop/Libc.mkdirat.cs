using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>mkdirat(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int mkdirat(int directory, byte* path, uint mode);
}
