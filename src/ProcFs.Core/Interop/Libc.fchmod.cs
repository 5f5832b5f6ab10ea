using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>fchmod(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int fchmod(int descriptor, uint mode);
}
