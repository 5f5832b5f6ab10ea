using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Clock ticks a second, as <c>stat</c> counts them (bits/confname.h).</summary>
    public const int _SC_CLK_TCK = 2;

    /// <summary>Bytes in a page of memory (bits/confname.h).</summary>
    public const int _SC_PAGESIZE = 30;

    /// <summary>sysconf(3).</summary>
    [LibraryImport(Name)]
    public static partial nint sysconf(int name);
}
