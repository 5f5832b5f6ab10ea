using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.Usage;

/// <summary>The bytes of <c>/proc/&lt;pid&gt;/io</c> that storage had to do with; all null where the file may not be read.</summary>
/// <param name="BytesRead">Bytes fetched from storage.</param>
/// <param name="BytesWritten">Bytes sent to storage, now or later.</param>
/// <param name="BytesCancelled">Bytes that were to be written but never were.</param>
internal readonly record struct IoCounters(ulong? BytesRead, ulong? BytesWritten, ulong? BytesCancelled)
{
    public static IoCounters Read(ProcessDirectory task) => task.Read("io\0"u8, out ReadOnlySpan<byte> text) != Errno.None
        ? default
        : new IoCounters(
            KeyedValue.Number(text, "read_bytes:"u8),
            KeyedValue.Number(text, "write_bytes:"u8),
            KeyedValue.Number(text, "cancelled_write_bytes:"u8));
}
