using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The size of a block device, which the file itself does not have: <c>/sys/dev/block/&lt;major&gt;:&lt;minor&gt;/size</c>, in sectors of 512 bytes.
/// </summary>
internal static class BlockDevice
{
    private const long SectorSize = 512;

    /// <summary>The size of the block device in bytes; null if it is unknown.</summary>
    public static long? SizeOf(in Statx file)
    {
        var buffer = new ReadBuffer(firstSize: 64);
        return buffer.ReadFile(directory: null, $"/sys/dev/block/{file.SpecialMajor}:{file.SpecialMinor}/size") == Errno.None
            && Number.TryInt64(buffer.Bytes.TrimEnd((byte)'\n'), out long sectors) && sectors <= long.MaxValue / SectorSize
                ? sectors * SectorSize
                : null;
    }
}
