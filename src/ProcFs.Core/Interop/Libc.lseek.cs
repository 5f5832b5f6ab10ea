using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>From the start of the file.</summary>
    public const int SEEK_SET = 0;

    /// <summary>To the next data at or after the offset.</summary>
    public const int SEEK_DATA = 3;

    /// <summary>To the next hole at or after the offset; the end of the file is one.</summary>
    public const int SEEK_HOLE = 4;

    /// <summary>lseek(2).</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial long lseek(int descriptor, long offset, int whence);
}
