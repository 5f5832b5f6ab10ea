using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>getgrgid_r(3). The first word of struct group points to the name.</summary>
    [LibraryImport(Name)]
    public static unsafe partial int getgrgid_r(uint id, nint* group, byte* buffer, nint size, out nint result);
}
