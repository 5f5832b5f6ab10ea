using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Fails with EEXIST if the new name is taken (linux/fs.h).</summary>
    public const uint RENAME_NOREPLACE = 1;

    /// <summary>rename(2): an existing file of the new name is replaced.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int renameat(int fromDirectory, byte* from, int toDirectory, byte* to);

    /// <summary>renameat2(2); glibc has it since 2.28, musl since 1.2.6.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static unsafe partial int renameat2(int fromDirectory, byte* from, int toDirectory, byte* to, uint flags);
}
