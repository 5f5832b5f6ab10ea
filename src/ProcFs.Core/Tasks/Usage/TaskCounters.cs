using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.Usage;

/// <summary>
/// The values that the kernel keeps for each thread but does not sum up for the process: <c>/proc/&lt;pid&gt;/schedstat</c>, the switches of <c>status</c> and the
/// delay of <c>stat</c> are those of the first thread.
/// </summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="WaitTime">Nanoseconds spent waiting for a CPU; null if the kernel does not count them.</param>
/// <param name="BlockIoTicks">Ticks spent waiting for block I/O; null if the kernel does not count them.</param>
/// <param name="VoluntarySwitches">The number of voluntary context switches.</param>
/// <param name="InvoluntarySwitches">The number of involuntary context switches.</param>
internal readonly record struct TaskCounters(
    int ThreadId,
    ulong? WaitTime,
    ulong? BlockIoTicks,
    ulong? VoluntarySwitches,
    ulong? InvoluntarySwitches)
{
    /// <summary>Reads the values of a thread other than <c>status</c>, whose text was already read.</summary>
    public static TaskCounters Read(ProcessDirectory task, int threadId, bool countsBlockIo, ReadOnlySpan<byte> status)
    {
        // The next read overwrites the text.
        ulong? voluntary = KeyValues.FindNumber(status, "voluntary_ctxt_switches"u8);
        ulong? involuntary = KeyValues.FindNumber(status, "nonvoluntary_ctxt_switches"u8);
        return new TaskCounters(threadId, ReadWaitTime(task), countsBlockIo ? ReadBlockIoTicks(task) : null, voluntary, involuntary);
    }

    // A kernel without the accounting writes three zeros, as any kernel does for a thread that has not run yet.
    private static ulong? ReadWaitTime(ProcessDirectory task)
    {
        if (task.ReadRecord("schedstat\0"u8, out ReadOnlySpan<byte> text) != Errno.None || text.StartsWith("0 0 0"u8))
        {
            return null;
        }

        var fields = new FieldScanner(text.TrimEnd((byte)'\n'));
        fields.Next();
        return Number.TryUInt64(fields.Next(), out ulong waitTime) ? waitTime : null;
    }

    private static ulong? ReadBlockIoTicks(ProcessDirectory task) =>
        task.ReadRecord("stat\0"u8, out ReadOnlySpan<byte> text) == Errno.None && StatLine.TryParse(text, out StatLine line) ? line.UInt64(42) : null;
}
