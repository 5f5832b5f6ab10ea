using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>close(2).</summary>
    [LibraryImport(Name)]
    public static partial int close(int descriptor);
}
