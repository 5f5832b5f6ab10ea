using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>getpwuid_r(3). The first word of struct passwd points to the name.</summary>
    [LibraryImport(Name)]
    public static unsafe partial int getpwuid_r(uint id, nint* passwd, byte* buffer, nint size, out nint result);
}
