using ProcFs.Grammar;
using ProcFs.Interop;

namespace ProcFs.Usage;

/// <summary>The bytes of <c>/proc/&lt;pid&gt;/io</c> that storage had to do with; all null where the file may not be read.</summary>
/// <param name="BytesRead">Bytes fetched from storage.</param>
/// <param name="BytesWritten">Bytes sent to storage, now or later.</param>
/// <param name="BytesCancelled">Bytes that were to be written but never were.</param>
/// <param name="Reason">Why it may not be read; null where it is read.</param>
internal readonly record struct IoCounters(ulong? BytesRead, ulong? BytesWritten, ulong? BytesCancelled, UnavailableReason? Reason)
{
    public static IoCounters Read(ProcessDirectory task)
    {
        Errno error = task.Read("io\0"u8, out ReadOnlySpan<byte> text);
        return error != Errno.None
            ? new IoCounters(null, null, null, UnavailableFields.ReasonOf(error, task))
            : new IoCounters(
                KeyValues.FindNumber(text, "read_bytes"u8),
                KeyValues.FindNumber(text, "write_bytes"u8),
                KeyValues.FindNumber(text, "cancelled_write_bytes"u8),
                Reason: null);
    }
}
