using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>getegid(2).</summary>
    [LibraryImport(Name)]
    public static partial uint getegid();
}
