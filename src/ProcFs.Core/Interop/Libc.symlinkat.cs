using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>symlinkat(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int symlinkat(byte* target, int directory, byte* path);
}
