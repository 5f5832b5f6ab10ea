using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>futimens(3): access and modification time, each as seconds and nanoseconds.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int futimens(int descriptor, long* times);
}
