using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.Usage;

/// <summary>
/// What the kernel counts for each thread and sums up for no process: <c>/proc/&lt;pid&gt;/schedstat</c>, the switches of <c>status</c> and the delay of <c>stat</c>
/// are those of the first thread.
/// </summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="WaitTime">Nanoseconds that it was ready to run and waited for a CPU; null where the kernel keeps no account of it.</param>
/// <param name="BlockIoTicks">Ticks that it waited for storage; null where the kernel keeps no account of it.</param>
/// <param name="VoluntarySwitches">Times it gave up the CPU.</param>
/// <param name="InvoluntarySwitches">Times the CPU was taken from it.</param>
internal readonly record struct TaskCounters(
    int ThreadId,
    ulong? WaitTime,
    ulong? BlockIoTicks,
    ulong? VoluntarySwitches,
    ulong? InvoluntarySwitches)
{
    /// <summary>Reads what is kept of a thread beside <c>status</c>, whose text is at hand.</summary>
    public static TaskCounters Read(ProcessDirectory task, int threadId, bool countsBlockIo, ReadOnlySpan<byte> status)
    {
        // The next read takes the place of the text.
        ulong? voluntary = KeyValues.FindNumber(status, "voluntary_ctxt_switches"u8);
        ulong? involuntary = KeyValues.FindNumber(status, "nonvoluntary_ctxt_switches"u8);
        return new TaskCounters(threadId, ReadWaitTime(task), countsBlockIo ? ReadBlockIoTicks(task) : null, voluntary, involuntary);
    }

    // A kernel that does not keep the account writes three zeros, as any does of a thread that has not run yet.
    private static ulong? ReadWaitTime(ProcessDirectory task)
    {
        if (task.Read("schedstat\0"u8, out ReadOnlySpan<byte> text) != Errno.None || text.StartsWith("0 0 0"u8))
        {
            return null;
        }

        var fields = new FieldScanner(text.TrimEnd((byte)'\n'));
        fields.Next();
        return Number.TryUInt64(fields.Next(), out ulong waitTime) ? waitTime : null;
    }

    private static ulong? ReadBlockIoTicks(ProcessDirectory task) =>
        task.Read("stat\0"u8, out ReadOnlySpan<byte> text) == Errno.None && StatLine.TryParse(text, out StatLine line) ? line.UInt64(42) : null;
}
