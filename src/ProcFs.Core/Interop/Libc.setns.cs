using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    public const int CLONE_NEWNET = 0x40000000;

    /// <summary>setns(2): moves the calling thread into a namespace.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int setns(int descriptor, int type);
}
