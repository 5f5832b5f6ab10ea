using System.Runtime.InteropServices;

namespace ProcFs.Interop;

/// <summary>The C library. Each native function is in a file of its own beside this one.</summary>
internal static partial class Libc
{
    /// <summary>Resolves relative names against the current folder (fcntl.h).</summary>
    public const int AT_FDCWD = -100;

    private const string Name = "libc";

    /// <summary>The error of the last call on this thread.</summary>
    public static Errno LastError => (Errno)Marshal.GetLastPInvokeError();
}
