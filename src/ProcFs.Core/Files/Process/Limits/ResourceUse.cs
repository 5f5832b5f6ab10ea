using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>The usage of a process's limits. Each file is read when it is first needed.</summary>
internal sealed class ResourceUse(ProcessDirectory process, ResourceLimitReader reader)
{
    private ProcessStatus? _status;
    private Errno _statusError;
    private bool _statusIsRead;

    /// <summary>Determines the usage of a limit, or the reason why it is unknown.</summary>
    public void Fill(ResourceLimit limit)
    {
        try
        {
            limit.Used = Of(limit.Resource, out UnavailableReason? reason);
            if (limit.Used is null)
            {
                var fields = default(UnavailableFields);
                fields.Add(nameof(ResourceLimit.Used), reason);
                limit.Unavailable = fields.ToDictionary();
            }
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.Malformed)
        {
            // The limits are valid even if another file of the process, in a capture, is malformed.
        }
    }

    private long? Of(string resource, out UnavailableReason? reason)
    {
        reason = null;
        return resource switch
        {
            ResourceName.OpenFiles => CountDescriptors(out reason),
            ResourceName.Processes => CountTasks(out reason),
            ResourceName.AddressSpace => OfStatus(nameof(ProcessStatus.VmSize), status => status.VmSize, out reason),
            ResourceName.Data => OfStatus(nameof(ProcessStatus.VmData), status => status.VmData, out reason),
            ResourceName.Stack => OfStatus(nameof(ProcessStatus.VmStk), status => status.VmStk, out reason),
            ResourceName.LockedMemory => OfStatus(nameof(ProcessStatus.VmLck), status => status.VmLck, out reason),
            ResourceName.ResidentSet => OfStatus(nameof(ProcessStatus.VmRss), status => status.VmRss, out reason),
            ResourceName.PendingSignals => OfStatus(nameof(ProcessStatus.SignalsQueued), status => status.SignalsQueued, out reason),
            ResourceName.Cpu => ReadCpuSeconds(out reason),
            _ => null,
        };
    }

    private long? OfStatus(string field, Func<ProcessStatus, long?> get, out UnavailableReason? reason)
    {
        ReadStatus();
        long? used = _status is null ? null : get(_status);
        reason = null;
        if (_status is null)
        {
            reason = UnavailableFields.ReasonOf(_statusError, process);
        }
        else if (used is null && _status.Unavailable.TryGetValue(field, out UnavailableReason known))
        {
            reason = known;
        }

        return used;
    }

    private long? CountTasks(out UnavailableReason? reason)
    {
        // The other processes of the user are not all there.
        if (process.Root.Capture is { IsPartial: true })
        {
            reason = UnavailableReason.NotInCapture;
            return null;
        }

        ReadStatus();
        long? count = reader.CountTasks(process.Root, _status?.UserId);
        reason = _status is null ? UnavailableFields.ReasonOf(_statusError, process) : count is null ? UnavailableReason.Denied : null;
        return count;
    }

    private void ReadStatus()
    {
        if (!_statusIsRead)
        {
            _statusIsRead = true;
            _statusError = process.ReadRecord("status\0"u8, out ReadOnlySpan<byte> text);
            _status = _statusError == Errno.None ? ProcessStatus.Parse(text, new ProcSource(process, "status")) : null;
        }
    }

    private long? ReadCpuSeconds(out UnavailableReason? reason)
    {
        Errno error = process.ReadRecord("stat\0"u8, out ReadOnlySpan<byte> text);
        reason = UnavailableFields.ReasonOf(error, process);
        if (error != Errno.None)
        {
            return null;
        }

        var stat = ProcessStat.Parse(text, new ProcSource(process, "stat"));
        if (Saturating.Sum(stat.UserTime, stat.SystemTime) is not { } time)
        {
            reason = UnavailableReason.Malformed;
            return null;
        }

        return (long)time.TotalSeconds;
    }

    private long? CountDescriptors(out UnavailableReason? reason)
    {
        long? count = process.CountDescriptors(out Errno error);
        reason = UnavailableFields.ReasonOf(error, process);
        return count;
    }
}
