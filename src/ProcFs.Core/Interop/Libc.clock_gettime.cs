using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>The time since boot, the clock of process start times (linux/time.h).</summary>
    public const int CLOCK_BOOTTIME = 7;

    /// <summary>clock_gettime(2); struct timespec is two words on every 64-bit Linux.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int clock_gettime(int clock, long* time);
}
