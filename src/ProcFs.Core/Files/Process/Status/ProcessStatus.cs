using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/status</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/status</c>: the status of a process, every field typed. Sizes are in bytes. A
/// field that this kernel does not have is null, and so are the sizes of a kernel thread or a zombie, which have no memory of their own. Source:
/// proc_pid_status(5), fs/proc/array.c.
/// </summary>
[Fields]
public sealed partial class ProcessStatus : IRecord<ProcessStatus>
{
    private ProcessStatus()
    {
    }

    /// <summary>The full name as shown by Get-Process, even if the kernel truncated it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The start time of the process; null if it is unknown.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The exact name: <c>Name</c>. The kernel keeps 15 bytes of it.</summary>
    [Key("Name", Parser = nameof(TryComm), Exact = true)] public string? Comm { get; private set; }

    /// <summary>The umask, the permission bits cleared for new files.</summary>
    [Key("Umask", Scale.Octal)] [Unit(Unit.Mode)] public int? Umask { get; private set; }

    /// <summary>The state.</summary>
    [Key("State", Parser = nameof(TryState))] public ProcessState State { get; private set; }

    /// <summary>The id of the process (thread group): <c>Tgid</c>.</summary>
    [Key("Tgid")] public int ProcessId { get; private set; }

    /// <summary>The NUMA group: <c>Ngid</c>; 0 for none.</summary>
    [Key("Ngid")] public int? NumaGroupId { get; private set; }

    /// <summary>The id of the thread: <c>Pid</c>; for a process, that of its first thread.</summary>
    [Key("Pid")] public int ThreadId { get; private set; }

    /// <summary>The parent: <c>PPid</c>; 0 if none is visible.</summary>
    [Key("PPid")] public int? ParentProcessId { get; private set; }

    /// <summary>The process that traces it: <c>TracerPid</c>; 0 for none.</summary>
    [Key("TracerPid")] public int? TracerProcessId { get; private set; }

    /// <summary>The real, effective, saved and file system user ids: <c>Uid</c>.</summary>
    [Key("Uid", Count = 4)] public uint[]? UserIds { get; private set; }

    /// <summary>The real user id; null if the file does not include it.</summary>
    public uint? UserId => UserIds?[0];

    /// <summary>The name of the effective user; the id if the system has no name for it.</summary>
    public string? User { get; private set; }

    /// <summary>The real, effective, saved and file system group ids: <c>Gid</c>.</summary>
    [Key("Gid", Count = 4)] public uint[]? GroupIds { get; private set; }

    /// <summary>The name of the effective group; the id if the system has no name for it.</summary>
    public string? Group { get; private set; }

    /// <summary>The number of slots in the descriptor table, not of open descriptors: <c>FDSize</c>.</summary>
    [Key("FDSize")] public int? FdSize { get; private set; }

    /// <summary>The supplementary groups.</summary>
    [Key("Groups")] public uint[]? Groups { get; private set; }

    /// <summary>The process id in each PID namespace, from the outermost in: <c>NStgid</c>.</summary>
    [Key("NStgid")] public uint[]? NamespaceThreadGroupIds { get; private set; }

    /// <summary>The thread id in each PID namespace, from the outermost in: <c>NSpid</c>.</summary>
    [Key("NSpid")] public uint[]? NamespaceProcessIds { get; private set; }

    /// <summary>The process group in each PID namespace: <c>NSpgid</c>.</summary>
    [Key("NSpgid")] public uint[]? NamespaceGroupIds { get; private set; }

    /// <summary>The session in each PID namespace: <c>NSsid</c>.</summary>
    [Key("NSsid")] public uint[]? NamespaceSessionIds { get; private set; }

    /// <summary>Whether it is a kernel thread: <c>Kthread</c> (since 6.8).</summary>
    [Key("Kthread")] public bool? IsKernelThread { get; private set; }

    /// <summary>Peak virtual size, in bytes.</summary>
    [Key("VmPeak", Scale.KiB)] public long? VmPeak { get; private set; }

    /// <summary>Virtual size, in bytes.</summary>
    [Key("VmSize", Scale.KiB)] public long? VmSize { get; private set; }

    /// <summary>Locked memory, in bytes.</summary>
    [Key("VmLck", Scale.KiB)] public long? VmLck { get; private set; }

    /// <summary>Pinned memory, in bytes.</summary>
    [Key("VmPin", Scale.KiB)] public long? VmPin { get; private set; }

    /// <summary>Peak resident set size, in bytes: <c>VmHWM</c>.</summary>
    [Key("VmHWM", Scale.KiB)] public long? VmHwm { get; private set; }

    /// <summary>Resident set size, in bytes: <c>VmRSS</c>.</summary>
    [Key("VmRSS", Scale.KiB)] public long? VmRss { get; private set; }

    /// <summary>Resident anonymous memory, in bytes.</summary>
    [Key("RssAnon", Scale.KiB)] public long? RssAnon { get; private set; }

    /// <summary>Resident file mappings, in bytes.</summary>
    [Key("RssFile", Scale.KiB)] public long? RssFile { get; private set; }

    /// <summary>Resident shared memory, in bytes.</summary>
    [Key("RssShmem", Scale.KiB)] public long? RssShmem { get; private set; }

    /// <summary>Size of the data segment, in bytes.</summary>
    [Key("VmData", Scale.KiB)] public long? VmData { get; private set; }

    /// <summary>Size of the stack, in bytes.</summary>
    [Key("VmStk", Scale.KiB)] public long? VmStk { get; private set; }

    /// <summary>Size of the program code, in bytes.</summary>
    [Key("VmExe", Scale.KiB)] public long? VmExe { get; private set; }

    /// <summary>Size of the library code, in bytes.</summary>
    [Key("VmLib", Scale.KiB)] public long? VmLib { get; private set; }

    /// <summary>Size of the page tables, in bytes: <c>VmPTE</c>.</summary>
    [Key("VmPTE", Scale.KiB)] public long? VmPte { get; private set; }

    /// <summary>Swapped-out anonymous memory, in bytes.</summary>
    [Key("VmSwap", Scale.KiB)] public long? VmSwap { get; private set; }

    /// <summary>Memory in huge pages (hugetlbfs), in bytes.</summary>
    [Key("HugetlbPages", Scale.KiB)] public long? HugetlbPages { get; private set; }

    /// <summary>Whether its core is being dumped: <c>CoreDumping</c>.</summary>
    [Key("CoreDumping")] public bool? IsDumpingCore { get; private set; }

    /// <summary>Whether it can use transparent huge pages: <c>THP_enabled</c>.</summary>
    [Key("THP_enabled")] public bool? ThpEnabled { get; private set; }

    /// <summary>The mask for untagging addresses: <c>untag_mask</c>.</summary>
    [Key("untag_mask", Scale.PrefixedHex)] [Unit(Unit.Address)] public ulong? UntagMask { get; private set; }

    /// <summary>The number of threads.</summary>
    [Key("Threads")] public int? Threads { get; private set; }

    /// <summary>The number of signals queued for the user: the first part of <c>SigQ</c>.</summary>
    [Key("SigQ", Parser = nameof(TrySignalsQueued))] public long? SignalsQueued { get; private set; }

    /// <summary>The maximum number of signals queued for the user: the second part of <c>SigQ</c>; null for unlimited.</summary>
    [Key("SigQ", Parser = nameof(TrySignalQueueLimit))] public long? SignalQueueLimit { get; private set; }

    /// <summary>Signals pending for the thread.</summary>
    [Key("SigPnd", Scale.Hex)] public SignalSet? SigPnd { get; private set; }

    /// <summary>Signals pending for the process.</summary>
    [Key("ShdPnd", Scale.Hex)] public SignalSet? ShdPnd { get; private set; }

    /// <summary>Blocked signals.</summary>
    [Key("SigBlk", Scale.Hex)] public SignalSet? SigBlk { get; private set; }

    /// <summary>Ignored signals.</summary>
    [Key("SigIgn", Scale.Hex)] public SignalSet? SigIgn { get; private set; }

    /// <summary>Caught signals.</summary>
    [Key("SigCgt", Scale.Hex)] public SignalSet? SigCgt { get; private set; }

    /// <summary>Inheritable capabilities.</summary>
    [Key("CapInh", Scale.Hex)] public CapabilitySet? CapInh { get; private set; }

    /// <summary>Permitted capabilities.</summary>
    [Key("CapPrm", Scale.Hex)] public CapabilitySet? CapPrm { get; private set; }

    /// <summary>Effective capabilities.</summary>
    [Key("CapEff", Scale.Hex)] public CapabilitySet? CapEff { get; private set; }

    /// <summary>The capability bounding set.</summary>
    [Key("CapBnd", Scale.Hex)] public CapabilitySet? CapBnd { get; private set; }

    /// <summary>Ambient capabilities.</summary>
    [Key("CapAmb", Scale.Hex)] public CapabilitySet? CapAmb { get; private set; }

    /// <summary>Whether executing a program can grant no privileges: <c>NoNewPrivs</c>.</summary>
    [Key("NoNewPrivs")] public bool? NoNewPrivileges { get; private set; }

    /// <summary>The seccomp mode.</summary>
    [Key("Seccomp")] public SeccompMode? Seccomp { get; private set; }

    /// <summary>The number of seccomp filters: <c>Seccomp_filters</c>.</summary>
    [Key("Seccomp_filters")] public int? SeccompFilters { get; private set; }

    /// <summary>The mitigation of speculative store bypass, as the kernel describes it.</summary>
    [Key("Speculation_Store_Bypass")] public string? SpeculationStoreBypass { get; private set; }

    /// <summary>The mitigation of indirect branch speculation, as the kernel describes it.</summary>
    [Key("SpeculationIndirectBranch")] public string? SpeculationIndirectBranch { get; private set; }

    /// <summary>The CPUs on which it can run, from the mask <c>Cpus_allowed</c>.</summary>
    [Key("Cpus_allowed", Scale.Mask)] public IndexSet? CpusAllowed { get; private set; }

    /// <summary>The CPUs on which it can run: <c>Cpus_allowed_list</c>.</summary>
    [Key("Cpus_allowed_list", Scale.List)] public IndexSet? CpusAllowedList { get; private set; }

    /// <summary>The memory nodes that it can use, from the mask <c>Mems_allowed</c>.</summary>
    [Key("Mems_allowed", Scale.Mask)] public IndexSet? MemsAllowed { get; private set; }

    /// <summary>The memory nodes that it can use: <c>Mems_allowed_list</c>.</summary>
    [Key("Mems_allowed_list", Scale.List)] public IndexSet? MemsAllowedList { get; private set; }

    /// <summary>The number of voluntary context switches: <c>voluntary_ctxt_switches</c>.</summary>
    [Key("voluntary_ctxt_switches")] public long? VoluntarySwitches { get; private set; }

    /// <summary>The number of involuntary context switches: <c>nonvoluntary_ctxt_switches</c>.</summary>
    [Key("nonvoluntary_ctxt_switches")] public long? InvoluntarySwitches { get; private set; }

    /// <summary>Features of an x86 CPU that it uses, such as shstk: <c>x86_Thread_features</c>.</summary>
    [Key("x86_Thread_features")] public string[]? ThreadFeatures { get; private set; }

    /// <summary>The locked features, which it cannot change: <c>x86_Thread_features_locked</c>.</summary>
    [Key("x86_Thread_features_locked")] public string[]? ThreadFeaturesLocked { get; private set; }

    /// <summary>Fields unknown to this version, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name. Properties that do not apply to a kernel thread are not included.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessStatus),
        new(nameof(ProcessId), 9),
        new(nameof(Name), 20),
        new(nameof(State), 11),
        new(nameof(Threads), 7),
        new(nameof(VmRss), 8) { Label = "Rss" },
        new(nameof(VmSize), 8) { Label = "Size" },
        new(nameof(VmSwap), 8) { Label = "Swap" },
        new(nameof(User), 14),
        new(nameof(CpusAllowedList)) { Label = "Cpus" });

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, Name);
}
