using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Fails with EEXIST if the new name is taken (linux/fs.h).</summary>
    public const uint RENAME_NOREPLACE = 1;

    /// <summary>renameat2(2); glibc has the wrapper since 2.28.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int renameat2(int fromDirectory, byte* from, int toDirectory, byte* to, uint flags);
}
