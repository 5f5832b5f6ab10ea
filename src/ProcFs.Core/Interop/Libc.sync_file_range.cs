using System.Runtime.InteropServices;

namespace ProcFs.Interop;

internal static partial class Libc
{
    /// <summary>Starts to write a range to disk.</summary>
    public const uint SYNC_FILE_RANGE_WRITE = 2;

    /// <summary>Writes a range to disk and waits for completion: WAIT_BEFORE, WRITE and WAIT_AFTER.</summary>
    public const uint SYNC_FILE_RANGE_WRITE_AND_WAIT = 7;

    /// <summary>sync_file_range(2). It writes data pages, not metadata: fsync(2) is still needed.</summary>
    [LibraryImport(Name, SetLastError = true)]
    public static partial int sync_file_range(int descriptor, long offset, long length, uint flags);
}
