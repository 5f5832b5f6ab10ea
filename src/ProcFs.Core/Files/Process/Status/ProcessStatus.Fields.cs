using ProcFs.Text;

namespace ProcFs;

public sealed partial class ProcessStatus
{
    private static readonly KeyedFields<ProcessStatus> s_fields = new(
        FieldsOf<ProcessStatus>.EscapedText("Name", (status, value) => status.Comm = value),
        FieldsOf<ProcessStatus>.Octal("Umask", (status, value) => status.Umask = value),
        new("State", "a state such as \"S (sleeping)\"", SetState),
        FieldsOf<ProcessStatus>.Int32("Tgid", (status, value) => status.ProcessId = value),
        FieldsOf<ProcessStatus>.Int32("Ngid", (status, value) => status.NumaGroupId = value),
        FieldsOf<ProcessStatus>.Int32("Pid", (status, value) => status.ThreadId = value),
        FieldsOf<ProcessStatus>.Int32("PPid", (status, value) => status.ParentProcessId = value),
        FieldsOf<ProcessStatus>.Int32("TracerPid", (status, value) => status.TracerProcessId = value),
        FieldsOf<ProcessStatus>.Numbers("Uid", (status, value) => status.UserIds = value, count: 4),
        FieldsOf<ProcessStatus>.Numbers("Gid", (status, value) => status.GroupIds = value, count: 4),
        FieldsOf<ProcessStatus>.Int32("FDSize", (status, value) => status.FdSize = value),
        FieldsOf<ProcessStatus>.Numbers("Groups", (status, value) => status.Groups = value),
        FieldsOf<ProcessStatus>.Numbers("NStgid", (status, value) => status.NamespaceThreadGroupIds = value),
        FieldsOf<ProcessStatus>.Numbers("NSpid", (status, value) => status.NamespaceProcessIds = value),
        FieldsOf<ProcessStatus>.Numbers("NSpgid", (status, value) => status.NamespaceGroupIds = value),
        FieldsOf<ProcessStatus>.Numbers("NSsid", (status, value) => status.NamespaceSessionIds = value),
        FieldsOf<ProcessStatus>.Flag("Kthread", (status, value) => status.IsKernelThread = value),
        FieldsOf<ProcessStatus>.Size("VmPeak", (status, value) => status.VmPeak = value),
        FieldsOf<ProcessStatus>.Size("VmSize", (status, value) => status.VmSize = value),
        FieldsOf<ProcessStatus>.Size("VmLck", (status, value) => status.VmLck = value),
        FieldsOf<ProcessStatus>.Size("VmPin", (status, value) => status.VmPin = value),
        FieldsOf<ProcessStatus>.Size("VmHWM", (status, value) => status.VmHwm = value),
        FieldsOf<ProcessStatus>.Size("VmRSS", (status, value) => status.VmRss = value),
        FieldsOf<ProcessStatus>.Size("RssAnon", (status, value) => status.RssAnon = value),
        FieldsOf<ProcessStatus>.Size("RssFile", (status, value) => status.RssFile = value),
        FieldsOf<ProcessStatus>.Size("RssShmem", (status, value) => status.RssShmem = value),
        FieldsOf<ProcessStatus>.Size("VmData", (status, value) => status.VmData = value),
        FieldsOf<ProcessStatus>.Size("VmStk", (status, value) => status.VmStk = value),
        FieldsOf<ProcessStatus>.Size("VmExe", (status, value) => status.VmExe = value),
        FieldsOf<ProcessStatus>.Size("VmLib", (status, value) => status.VmLib = value),
        FieldsOf<ProcessStatus>.Size("VmPTE", (status, value) => status.VmPte = value),
        FieldsOf<ProcessStatus>.Size("VmSwap", (status, value) => status.VmSwap = value),
        FieldsOf<ProcessStatus>.Size("HugetlbPages", (status, value) => status.HugetlbPages = value),
        FieldsOf<ProcessStatus>.Flag("CoreDumping", (status, value) => status.IsDumpingCore = value),
        FieldsOf<ProcessStatus>.Flag("THP_enabled", (status, value) => status.ThpEnabled = value),
        new("untag_mask", "a mask such as 0xff", SetUntagMask) { Properties = [nameof(UntagMask)] },
        FieldsOf<ProcessStatus>.Int32("Threads", (status, value) => status.Threads = value),
        new("SigQ", "two numbers with a slash between them", SetSignalQueue) { Properties = [nameof(SignalsQueued), nameof(SignalQueueLimit)] },
        FieldsOf<ProcessStatus>.Mask("SigPnd", (status, mask) => status.SigPnd = new SignalSet(mask)),
        FieldsOf<ProcessStatus>.Mask("ShdPnd", (status, mask) => status.ShdPnd = new SignalSet(mask)),
        FieldsOf<ProcessStatus>.Mask("SigBlk", (status, mask) => status.SigBlk = new SignalSet(mask)),
        FieldsOf<ProcessStatus>.Mask("SigIgn", (status, mask) => status.SigIgn = new SignalSet(mask)),
        FieldsOf<ProcessStatus>.Mask("SigCgt", (status, mask) => status.SigCgt = new SignalSet(mask)),
        FieldsOf<ProcessStatus>.Mask("CapInh", (status, mask) => status.CapInh = new CapabilitySet(mask)),
        FieldsOf<ProcessStatus>.Mask("CapPrm", (status, mask) => status.CapPrm = new CapabilitySet(mask)),
        FieldsOf<ProcessStatus>.Mask("CapEff", (status, mask) => status.CapEff = new CapabilitySet(mask)),
        FieldsOf<ProcessStatus>.Mask("CapBnd", (status, mask) => status.CapBnd = new CapabilitySet(mask)),
        FieldsOf<ProcessStatus>.Mask("CapAmb", (status, mask) => status.CapAmb = new CapabilitySet(mask)),
        FieldsOf<ProcessStatus>.Flag("NoNewPrivs", (status, value) => status.NoNewPrivileges = value),
        FieldsOf<ProcessStatus>.Int32("Seccomp", (status, mode) => status.Seccomp = (SeccompMode)mode),
        FieldsOf<ProcessStatus>.Int32("Seccomp_filters", (status, value) => status.SeccompFilters = value),
        FieldsOf<ProcessStatus>.Text("Speculation_Store_Bypass", (status, value) => status.SpeculationStoreBypass = value),
        FieldsOf<ProcessStatus>.Text("SpeculationIndirectBranch", (status, value) => status.SpeculationIndirectBranch = value),
        FieldsOf<ProcessStatus>.GroupedMask("Cpus_allowed", (status, value) => status.CpusAllowed = value),
        FieldsOf<ProcessStatus>.List("Cpus_allowed_list", (status, value) => status.CpusAllowedList = value),
        FieldsOf<ProcessStatus>.GroupedMask("Mems_allowed", (status, value) => status.MemsAllowed = value),
        FieldsOf<ProcessStatus>.List("Mems_allowed_list", (status, value) => status.MemsAllowedList = value),
        FieldsOf<ProcessStatus>.Int64("voluntary_ctxt_switches", (status, value) => status.VoluntarySwitches = value),
        FieldsOf<ProcessStatus>.Int64("nonvoluntary_ctxt_switches", (status, value) => status.InvoluntarySwitches = value),
        FieldsOf<ProcessStatus>.Text("x86_Thread_features", (status, text) => status.ThreadFeatures = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        FieldsOf<ProcessStatus>.Text("x86_Thread_features_locked", (status, text) => status.ThreadFeaturesLocked = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private UInt128 _found;

    /// <summary>Why fields are null: names of properties with the reason. What a kernel thread lacks by its nature is not among them.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable => s_fields.Unavailable(_found, WhyMissing);

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ProcException">A line is not of the file's form.</exception>
    public static ProcessStatus Parse(ReadOnlySpan<byte> text, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var status = new ProcessStatus();
        status.Additional = s_fields.Read(text, status, source, out status._found);
        if (status.ProcessId == 0 || status.ThreadId == 0)
        {
            throw WithoutId(text, source);
        }

        status.StartTime = source.StartTime;
        status.Name = status.Comm ?? "";
        if (status.ThreadId == status.ProcessId && source.ProcessName is { Length: > 0 } name)
        {
            status.Name = name;
        }

        status.User = source.UserName(status.UserIds?[1]);
        status.Group = source.GroupName(status.GroupIds?[1]);
        return status;
    }

    // A process without memory has no lines about it (task_mem is called where there is an mm).
    private UnavailableReason? WhyMissing(KeyedFields<ProcessStatus>.Field field)
    {
        if (VmSize is not null || !IsOfMemory(field.Key))
        {
            return UnavailableReason.NotOnThisKernel;
        }

        return State is ProcessState.Zombie or ProcessState.Dead ? UnavailableReason.Gone : null;
    }

    private static bool IsOfMemory(ReadOnlySpan<byte> key) =>
        key.StartsWith("Vm"u8) || key.StartsWith("Rss"u8)
        || key.SequenceEqual("HugetlbPages"u8) || key.SequenceEqual("CoreDumping"u8) || key.SequenceEqual("THP_enabled"u8) || key.SequenceEqual("untag_mask"u8);

    // A process whose ids are taken back while it is read is told to have none; a file that lacks them was cut off.
    private static ProcException WithoutId(ReadOnlySpan<byte> text, ProcSource source) => source.Root.IsLive
        ? source.Failure(Interop.Errno.ESRCH)
        : source.Malformed(text.Count((byte)'\n') + 1, text[(text.LastIndexOf((byte)'\n') + 1)..], "a line \"Tgid\" and a line \"Pid\"");

    private static bool SetState(ProcessStatus status, ReadOnlySpan<byte> value, ProcSource source)
    {
        status.State = value.IsEmpty ? ProcessState.Unknown : ProcessStates.Of(value[0]);
        return !value.IsEmpty;
    }

    private static bool SetSignalQueue(ProcessStatus status, ReadOnlySpan<byte> value, ProcSource source)
    {
        int slash = value.IndexOf((byte)'/');
        if (slash < 0 || !Number.TryInt64(value[..slash], out long queued) || !Number.TryInt64(value[(slash + 1)..], out long limit))
        {
            return false;
        }

        status.SignalsQueued = queued;
        status.SignalQueueLimit = limit;
        return true;
    }

    private static bool SetUntagMask(ProcessStatus status, ReadOnlySpan<byte> value, ProcSource source)
    {
        if (!value.StartsWith("0x"u8) || !Number.TryHex(value[2..], out ulong mask))
        {
            return false;
        }

        status.UntagMask = mask;
        return true;
    }
}
