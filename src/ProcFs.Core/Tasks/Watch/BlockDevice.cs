using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>How long a block device is, which its file does not tell: <c>/sys/dev/block/&lt;major&gt;:&lt;minor&gt;/size</c>, in sectors of 512 bytes.</summary>
internal static class BlockDevice
{
    private const long SectorSize = 512;

    /// <summary>Bytes of the device that the file stands for; null where that is not known.</summary>
    public static long? SizeOf(in Statx file)
    {
        var buffer = new ReadBuffer(firstSize: 64);
        return buffer.ReadFile(directory: null, $"/sys/dev/block/{file.SpecialMajor}:{file.SpecialMinor}/size") == Errno.None
            && Number.TryInt64(buffer.Bytes.TrimEnd((byte)'\n'), out long sectors) && sectors <= long.MaxValue / SectorSize
                ? sectors * SectorSize
                : null;
    }
}
