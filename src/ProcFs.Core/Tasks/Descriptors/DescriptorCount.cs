using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>The number of open descriptors of a process, and its limit.</summary>
public sealed class DescriptorCount
{
    private DescriptorCount(ProcessDirectory process, string name, long count, ulong? limit)
    {
        ProcessId = process.ProcessId;
        ProcessName = name;
        Count = count;
        SoftLimit = limit;
    }

    /// <summary>The process.</summary>
    public int ProcessId { get; }

    /// <summary>The full name of the process.</summary>
    public string ProcessName { get; }

    /// <summary>The number of open descriptors.</summary>
    public long Count { get; }

    /// <summary>The soft limit of open files (RLIMIT_NOFILE); null if it is unlimited or cannot be read.</summary>
    public ulong? SoftLimit { get; }

    /// <summary>The number of descriptors as a percentage of the limit; null without a limit.</summary>
    [Unit(Unit.Percent)] public double? Share => SoftLimit is { } limit and > 0 ? 100.0 * Count / limit : null;

    internal static View View => new(
        typeof(DescriptorCount),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 24),
        new(nameof(Count), 9),
        new(nameof(SoftLimit), 10),
        new(nameof(Share), 6));

    private static ReadOnlySpan<byte> LimitName => "Max open files "u8;

    /// <summary>The process and the number, in one line: <c>1234 sshd: 12</c>.</summary>
    public override string ToString() => $"{ObjectKey.OfProcess(ProcessId, ProcessName)}: {Count}";

    /// <summary>Counts the descriptors of the selected processes. Since Linux 6.2, this does not list them.</summary>
    public static IEnumerable<Outcome<DescriptorCount>> Read(ProcessSelection selection, ReadSummary summary, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(summary);
        return ProcessReading.Run<DescriptorCount>(
            selection,
            "fd",
            (process, emit) =>
            {
                bool hasLimit = TryAskLimit(process, out ulong? limit);
                if (process.CountDescriptors(out Errno error) is not { } count || ProcessIdentity.ReadName(process) is not { } name)
                {
                    return error == Errno.None ? Errno.ESRCH : error;
                }

                // The threads of a process whose first thread has exited still have its descriptors.
                if (count == 0 && process is { ThreadId: null, Identity: { State: ProcessState.Zombie, Threads: > 1 } })
                {
                    return Errno.ENODATA;
                }

                emit(new DescriptorCount(process, name, count, hasLimit ? limit : ReadLimit(process)));
                return Errno.None;
            },
            summary,
            cancellation);
    }

    // The kernel answers for the processes of the caller, and with CAP_SYS_RESOURCE for all, in a fifteenth of the time that its text takes. The process has the id
    // still, since its name is read afterwards through its directory.
    private static unsafe bool TryAskLimit(ProcessDirectory process, out ulong? limit)
    {
        ulong* limits = stackalloc ulong[2];
        bool isKnown = process.Root.SharesProcessIds && Libc.prlimit(process.ProcessId, Libc.RLIMIT_NOFILE, null, limits) == 0;
        limit = isKnown && limits[0] != Libc.RLIM_INFINITY ? limits[0] : null;
        return isKnown;
    }

    // "Max open files            1024                 524288               files"
    private static ulong? ReadLimit(ProcessDirectory process)
    {
        if (process.ReadRecord("limits\0"u8, out ReadOnlySpan<byte> text) == Errno.None && text.IndexOf(LimitName) is >= 0 and var at)
        {
            var words = new FieldScanner(text[(at + LimitName.Length)..]);
            return Number.TryUInt64(words.Next(), out ulong limit) ? limit : null;
        }

        return null;
    }
}
