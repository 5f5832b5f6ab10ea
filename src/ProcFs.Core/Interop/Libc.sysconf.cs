using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Clock ticks per second, the unit of <c>stat</c> (bits/confname.h).</summary>
    public const int _SC_CLK_TCK = 2;

    /// <summary>sysconf(3).</summary>
    [LibraryImport(Name)]
    public static partial nint sysconf(int name);
}
