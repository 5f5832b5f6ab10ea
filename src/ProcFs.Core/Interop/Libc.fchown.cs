using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>fchown(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int fchown(int descriptor, uint user, uint group);
}
