using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <content>From the text of the file.</content>
public sealed partial class ProcessStatus
{
    /// <summary>Parses the text of the file. An unreadable value leaves its property null, with the reason in <see cref="Unavailable"/>.</summary>
    /// <exception cref="ProcException">The text lacks the ids of the process.</exception>
    public static ProcessStatus Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var status = new ProcessStatus();
        KeyValues.Read(text, status, source);
        status.ProcessId = status.IdOr(source.ProcessId, status.ProcessId, nameof(ProcessId));
        status.ThreadId = status.IdOr(source.ThreadId ?? status.ProcessId, status.ThreadId, nameof(ThreadId));
        if (status.ProcessId == 0 || status.ThreadId == 0)
        {
            throw WithoutId(text, source);
        }

        status.StartTime = source.StartTime;
        status._whyWithoutStart = source.WhyWithoutStart(status.StartTime);
        status.Name = status.Comm ?? "";
        if (status.ThreadId == status.ProcessId && source.ProcessName is { Length: > 0 } name)
        {
            status.Name = name;
        }

        status.User = source.UserName(status.UserIds?[1]);
        status.Group = source.GroupName(status.GroupIds?[1]);
        return status;
    }

    private void AddMissing(ref UnavailableFields fields) => fields.Add(nameof(StartTime), _whyWithoutStart);

    // A process without memory lacks these lines (task_mem is called if there is an mm).
    private UnavailableReason? WhyMissing(string property, bool isFound)
    {
        if (isFound || _reason is not null)
        {
            return isFound ? null : _reason;
        }

        if (VmSize is not null || !IsOfMemory(property))
        {
            return UnavailableReason.NotOnThisKernel;
        }

        return State is ProcessState.Zombie or ProcessState.Dead ? UnavailableReason.Gone : null;
    }

    private static bool IsOfMemory(string property) =>
        property.StartsWith("Vm", StringComparison.Ordinal)
        || property.StartsWith("Rss", StringComparison.Ordinal)
        || property is nameof(HugetlbPages) or nameof(IsDumpingCore) or nameof(ThpEnabled) or nameof(UntagMask);

    // The name of the directory is the id as well.
    private int IdOr(int? known, int id, string property) => _malformed.Has(property) ? known ?? 0 : id;

    // A process whose ids are released while it is read has none; a file that lacks them was truncated.
    private static ProcException WithoutId(ReadOnlySpan<byte> text, ProcSource source) => source.Root.IsLive
        ? source.Failure(Interop.Errno.ESRCH)
        : source.Malformed(text.Count((byte)'\n') + 1, text[(text.LastIndexOf((byte)'\n') + 1)..], "a line \"Tgid\" and a line \"Pid\"");

    // A name can begin with spaces: only the tab after the colon is not part of it.
    private static bool TryComm(ReadOnlySpan<byte> value, ProcSource source, out string? comm)
    {
        comm = BackslashEscapes.Decode(value.StartsWith("\t"u8) ? value[1..] : value.TrimStart((byte)' '));
        return true;
    }

    private static bool TryState(ReadOnlySpan<byte> value, ProcSource source, out ProcessState state)
    {
        state = value.IsEmpty ? ProcessState.Unknown : ProcessStates.Of(value[0]);
        return !value.IsEmpty;
    }

    // "3/63432"
    private static bool TrySignalsQueued(ReadOnlySpan<byte> value, ProcSource source, out long? queued)
    {
        int slash = value.IndexOf((byte)'/');
        bool parsed = Number.TryInt64(slash < 0 ? default : value[..slash], out long number);
        queued = number;
        return parsed;
    }

    // RLIM_INFINITY is written as the largest number.
    private static bool TrySignalQueueLimit(ReadOnlySpan<byte> value, ProcSource source, out long? limit)
    {
        bool parsed = Number.TryUInt64(value[(value.IndexOf((byte)'/') + 1)..], out ulong number) && number is <= long.MaxValue or ulong.MaxValue;
        limit = number > long.MaxValue ? null : (long)number;
        return parsed && value.Contains((byte)'/');
    }
}
