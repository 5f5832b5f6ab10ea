using ProcFs.Grammar;
using ProcFs.Interop;

namespace ProcFs.Usage;

/// <summary>The bytes of storage I/O in <c>/proc/&lt;pid&gt;/io</c>; all null if access is denied.</summary>
/// <param name="BytesRead">Bytes read from storage.</param>
/// <param name="BytesWritten">Bytes written to storage, now or later.</param>
/// <param name="BytesCancelled">Bytes counted as written that never will be.</param>
/// <param name="Reason">The reason why it cannot be read; null if it was read.</param>
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
