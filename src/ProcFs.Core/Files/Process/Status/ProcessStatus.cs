using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/status</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/status</c>: the state of a process in words, every field typed. Sizes are
/// bytes. A field that this kernel does not give is null, and so are the sizes of a kernel thread or a zombie, which
/// have no memory of their own. Source: proc_pid_status(5), fs/proc/array.c.
/// </summary>
[Fields]
public sealed partial class ProcessStatus : IRecord<ProcessStatus>
{
    private ProcessStatus()
    {
    }

    /// <summary>The name; where the kernel cut it, the full one as Get-Process shows it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When the process started; null where that cannot be known.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The name, exact: <c>Name</c>. The kernel keeps 15 bytes of it.</summary>
    [Key("Name", Parser = nameof(TryComm), Exact = true)] public string? Comm { get; private set; }

    /// <summary>The mask of permission bits for new files.</summary>
    [Key("Umask", Scale.Octal)] [Unit(Unit.Mode)] public int? Umask { get; private set; }

    /// <summary>What it is doing.</summary>
    [Key("State", Parser = nameof(TryState))] public ProcessState State { get; private set; }

    /// <summary>The id of the process (thread group): <c>Tgid</c>.</summary>
    [Key("Tgid")] public int ProcessId { get; private set; }

    /// <summary>The NUMA group: <c>Ngid</c>; 0 for none.</summary>
    [Key("Ngid")] public int? NumaGroupId { get; private set; }

    /// <summary>The id of the thread: <c>Pid</c>; for a process that of its first thread.</summary>
    [Key("Pid")] public int ThreadId { get; private set; }

    /// <summary>The parent: <c>PPid</c>; 0 for none that can be seen.</summary>
    [Key("PPid")] public int? ParentProcessId { get; private set; }

    /// <summary>The process that traces it: <c>TracerPid</c>; 0 for none.</summary>
    [Key("TracerPid")] public int? TracerProcessId { get; private set; }

    /// <summary>Real, effective, saved and file system user: <c>Uid</c>.</summary>
    [Key("Uid", Count = 4)] public uint[]? UserIds { get; private set; }

    /// <summary>The real user's id; null where the file does not tell.</summary>
    public uint? UserId => UserIds?[0];

    /// <summary>The effective user's name; the id where the system knows none.</summary>
    public string? User { get; private set; }

    /// <summary>Real, effective, saved and file system group: <c>Gid</c>.</summary>
    [Key("Gid", Count = 4)] public uint[]? GroupIds { get; private set; }

    /// <summary>The effective group's name; the id where the system knows none.</summary>
    public string? Group { get; private set; }

    /// <summary>Slots in the table of descriptors, not the number of open ones: <c>FDSize</c>.</summary>
    [Key("FDSize")] public int? FdSize { get; private set; }

    /// <summary>The supplementary groups.</summary>
    [Key("Groups")] public uint[]? Groups { get; private set; }

    /// <summary>The process id in each pid namespace, from the outermost in: <c>NStgid</c>.</summary>
    [Key("NStgid")] public uint[]? NamespaceThreadGroupIds { get; private set; }

    /// <summary>The thread id in each pid namespace, from the outermost in: <c>NSpid</c>.</summary>
    [Key("NSpid")] public uint[]? NamespaceProcessIds { get; private set; }

    /// <summary>The process group in each pid namespace: <c>NSpgid</c>.</summary>
    [Key("NSpgid")] public uint[]? NamespaceGroupIds { get; private set; }

    /// <summary>The session in each pid namespace: <c>NSsid</c>.</summary>
    [Key("NSsid")] public uint[]? NamespaceSessionIds { get; private set; }

    /// <summary>Whether it is a thread of the kernel's own: <c>Kthread</c> (since 6.8).</summary>
    [Key("Kthread")] public bool? IsKernelThread { get; private set; }

    /// <summary>Largest virtual size so far, in bytes.</summary>
    [Key("VmPeak", Scale.KiB)] public long? VmPeak { get; private set; }

    /// <summary>Virtual size, in bytes.</summary>
    [Key("VmSize", Scale.KiB)] public long? VmSize { get; private set; }

    /// <summary>Locked memory, in bytes.</summary>
    [Key("VmLck", Scale.KiB)] public long? VmLck { get; private set; }

    /// <summary>Pinned memory, in bytes.</summary>
    [Key("VmPin", Scale.KiB)] public long? VmPin { get; private set; }

    /// <summary>Largest resident size so far, in bytes: <c>VmHWM</c>.</summary>
    [Key("VmHWM", Scale.KiB)] public long? VmHwm { get; private set; }

    /// <summary>Resident size, in bytes: <c>VmRSS</c>.</summary>
    [Key("VmRSS", Scale.KiB)] public long? VmRss { get; private set; }

    /// <summary>Resident anonymous memory, in bytes.</summary>
    [Key("RssAnon", Scale.KiB)] public long? RssAnon { get; private set; }

    /// <summary>Resident memory of mapped files, in bytes.</summary>
    [Key("RssFile", Scale.KiB)] public long? RssFile { get; private set; }

    /// <summary>Resident shared memory, in bytes.</summary>
    [Key("RssShmem", Scale.KiB)] public long? RssShmem { get; private set; }

    /// <summary>Size of the data segment, in bytes.</summary>
    [Key("VmData", Scale.KiB)] public long? VmData { get; private set; }

    /// <summary>Size of the stack, in bytes.</summary>
    [Key("VmStk", Scale.KiB)] public long? VmStk { get; private set; }

    /// <summary>Size of the program's text, in bytes.</summary>
    [Key("VmExe", Scale.KiB)] public long? VmExe { get; private set; }

    /// <summary>Size of the libraries' text, in bytes.</summary>
    [Key("VmLib", Scale.KiB)] public long? VmLib { get; private set; }

    /// <summary>Size of the page tables, in bytes: <c>VmPTE</c>.</summary>
    [Key("VmPTE", Scale.KiB)] public long? VmPte { get; private set; }

    /// <summary>Anonymous memory that is swapped out, in bytes.</summary>
    [Key("VmSwap", Scale.KiB)] public long? VmSwap { get; private set; }

    /// <summary>Memory in hugetlb pages, in bytes.</summary>
    [Key("HugetlbPages", Scale.KiB)] public long? HugetlbPages { get; private set; }

    /// <summary>Whether its core is being dumped: <c>CoreDumping</c>.</summary>
    [Key("CoreDumping")] public bool? IsDumpingCore { get; private set; }

    /// <summary>Whether it may use transparent huge pages: <c>THP_enabled</c>.</summary>
    [Key("THP_enabled")] public bool? ThpEnabled { get; private set; }

    /// <summary>The bits of an address that count: <c>untag_mask</c>.</summary>
    [Key("untag_mask", Scale.PrefixedHex)] [Unit(Unit.Address)] public ulong? UntagMask { get; private set; }

    /// <summary>How many threads it has.</summary>
    [Key("Threads")] public int? Threads { get; private set; }

    /// <summary>Signals queued for the user: the first part of <c>SigQ</c>.</summary>
    [Key("SigQ", Parser = nameof(TrySignalsQueued))] public long? SignalsQueued { get; private set; }

    /// <summary>How many signals may be queued for the user: the second part of <c>SigQ</c>; null for unlimited.</summary>
    [Key("SigQ", Parser = nameof(TrySignalQueueLimit))] public long? SignalQueueLimit { get; private set; }

    /// <summary>Signals that wait for the thread.</summary>
    [Key("SigPnd", Scale.Hex)] public SignalSet? SigPnd { get; private set; }

    /// <summary>Signals that wait for the process.</summary>
    [Key("ShdPnd", Scale.Hex)] public SignalSet? ShdPnd { get; private set; }

    /// <summary>Signals that are blocked.</summary>
    [Key("SigBlk", Scale.Hex)] public SignalSet? SigBlk { get; private set; }

    /// <summary>Signals that are ignored.</summary>
    [Key("SigIgn", Scale.Hex)] public SignalSet? SigIgn { get; private set; }

    /// <summary>Signals that are caught.</summary>
    [Key("SigCgt", Scale.Hex)] public SignalSet? SigCgt { get; private set; }

    /// <summary>Inheritable capabilities.</summary>
    [Key("CapInh", Scale.Hex)] public CapabilitySet? CapInh { get; private set; }

    /// <summary>Permitted capabilities.</summary>
    [Key("CapPrm", Scale.Hex)] public CapabilitySet? CapPrm { get; private set; }

    /// <summary>Effective capabilities.</summary>
    [Key("CapEff", Scale.Hex)] public CapabilitySet? CapEff { get; private set; }

    /// <summary>The bounding set of capabilities.</summary>
    [Key("CapBnd", Scale.Hex)] public CapabilitySet? CapBnd { get; private set; }

    /// <summary>Ambient capabilities.</summary>
    [Key("CapAmb", Scale.Hex)] public CapabilitySet? CapAmb { get; private set; }

    /// <summary>Whether a new program can gain no privileges: <c>NoNewPrivs</c>.</summary>
    [Key("NoNewPrivs")] public bool? NoNewPrivileges { get; private set; }

    /// <summary>How its system calls are restricted.</summary>
    [Key("Seccomp")] public SeccompMode? Seccomp { get; private set; }

    /// <summary>How many filters restrict them: <c>Seccomp_filters</c>.</summary>
    [Key("Seccomp_filters")] public int? SeccompFilters { get; private set; }

    /// <summary>Protection against speculative store bypass, in the kernel's words.</summary>
    [Key("Speculation_Store_Bypass")] public string? SpeculationStoreBypass { get; private set; }

    /// <summary>Protection against indirect branch speculation, in the kernel's words.</summary>
    [Key("SpeculationIndirectBranch")] public string? SpeculationIndirectBranch { get; private set; }

    /// <summary>The CPUs it may run on, from the mask <c>Cpus_allowed</c>.</summary>
    [Key("Cpus_allowed", Scale.Mask)] public IndexSet? CpusAllowed { get; private set; }

    /// <summary>The CPUs it may run on: <c>Cpus_allowed_list</c>.</summary>
    [Key("Cpus_allowed_list", Scale.List)] public IndexSet? CpusAllowedList { get; private set; }

    /// <summary>The memory nodes it may use, from the mask <c>Mems_allowed</c>.</summary>
    [Key("Mems_allowed", Scale.Mask)] public IndexSet? MemsAllowed { get; private set; }

    /// <summary>The memory nodes it may use: <c>Mems_allowed_list</c>.</summary>
    [Key("Mems_allowed_list", Scale.List)] public IndexSet? MemsAllowedList { get; private set; }

    /// <summary>Times it gave up the CPU: <c>voluntary_ctxt_switches</c>.</summary>
    [Key("voluntary_ctxt_switches")] public long? VoluntarySwitches { get; private set; }

    /// <summary>Times the CPU was taken from it: <c>nonvoluntary_ctxt_switches</c>.</summary>
    [Key("nonvoluntary_ctxt_switches")] public long? InvoluntarySwitches { get; private set; }

    /// <summary>Features of an x86 CPU that it uses, such as shstk: <c>x86_Thread_features</c>.</summary>
    [Key("x86_Thread_features")] public string[]? ThreadFeatures { get; private set; }

    /// <summary>Those of them that it cannot change: <c>x86_Thread_features_locked</c>.</summary>
    [Key("x86_Thread_features_locked")] public string[]? ThreadFeaturesLocked { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>Why fields are null: names of properties with the reason. What a kernel thread lacks by its nature is not among them.</summary>
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

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, Name);
}
