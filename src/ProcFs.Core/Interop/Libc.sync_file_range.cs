using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Starts to write a range to the disk.</summary>
    public const uint SYNC_FILE_RANGE_WRITE = 2;

    /// <summary>Writes a range to the disk and waits until it is there: WAIT_BEFORE, WRITE and WAIT_AFTER.</summary>
    public const uint SYNC_FILE_RANGE_WRITE_AND_WAIT = 7;

    /// <summary>sync_file_range(2). It writes pages of data, not what describes the file: fsync(2) is needed still.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int sync_file_range(int descriptor, long offset, long length, uint flags);
}
