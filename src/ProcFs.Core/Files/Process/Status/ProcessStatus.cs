using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/status</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/status</c>: the state of a process in words, every field typed. Sizes are
/// bytes. A field that this kernel does not give is null, and so are the sizes of a kernel thread or a zombie, which
/// have no memory of their own. Source: proc_pid_status(5), fs/proc/array.c.
/// </summary>
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
    public string? Comm { get; private set; }

    /// <summary>The mask of permission bits for new files.</summary>
    public int? Umask { get; private set; }

    /// <summary>What it is doing.</summary>
    public ProcessState State { get; private set; }

    /// <summary>The id of the process (thread group): <c>Tgid</c>.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The NUMA group: <c>Ngid</c>; 0 for none.</summary>
    public int? NumaGroupId { get; private set; }

    /// <summary>The id of the thread: <c>Pid</c>; for a process that of its first thread.</summary>
    public int ThreadId { get; private set; }

    /// <summary>The parent: <c>PPid</c>; 0 for none that can be seen.</summary>
    public int? ParentProcessId { get; private set; }

    /// <summary>The process that traces it: <c>TracerPid</c>; 0 for none.</summary>
    public int? TracerProcessId { get; private set; }

    /// <summary>Real, effective, saved and file system user: <c>Uid</c>.</summary>
    public uint[]? UserIds { get; private set; }

    /// <summary>The real user's id; null where the file does not tell.</summary>
    public uint? UserId => UserIds?[0];

    /// <summary>The effective user's name; the id where the system knows none.</summary>
    public string? User { get; private set; }

    /// <summary>Real, effective, saved and file system group: <c>Gid</c>.</summary>
    public uint[]? GroupIds { get; private set; }

    /// <summary>The effective group's name; the id where the system knows none.</summary>
    public string? Group { get; private set; }

    /// <summary>Slots in the table of descriptors, not the number of open ones: <c>FDSize</c>.</summary>
    public int? FdSize { get; private set; }

    /// <summary>The supplementary groups.</summary>
    public uint[]? Groups { get; private set; }

    /// <summary>The process id in each pid namespace, from the outermost in: <c>NStgid</c>.</summary>
    public uint[]? NamespaceThreadGroupIds { get; private set; }

    /// <summary>The thread id in each pid namespace, from the outermost in: <c>NSpid</c>.</summary>
    public uint[]? NamespaceProcessIds { get; private set; }

    /// <summary>The process group in each pid namespace: <c>NSpgid</c>.</summary>
    public uint[]? NamespaceGroupIds { get; private set; }

    /// <summary>The session in each pid namespace: <c>NSsid</c>.</summary>
    public uint[]? NamespaceSessionIds { get; private set; }

    /// <summary>Whether it is a thread of the kernel's own: <c>Kthread</c> (since 6.8).</summary>
    public bool? IsKernelThread { get; private set; }

    /// <summary>Largest virtual size so far, in bytes.</summary>
    public long? VmPeak { get; private set; }

    /// <summary>Virtual size, in bytes.</summary>
    public long? VmSize { get; private set; }

    /// <summary>Locked memory, in bytes.</summary>
    public long? VmLck { get; private set; }

    /// <summary>Pinned memory, in bytes.</summary>
    public long? VmPin { get; private set; }

    /// <summary>Largest resident size so far, in bytes: <c>VmHWM</c>.</summary>
    public long? VmHwm { get; private set; }

    /// <summary>Resident size, in bytes: <c>VmRSS</c>.</summary>
    public long? VmRss { get; private set; }

    /// <summary>Resident anonymous memory, in bytes.</summary>
    public long? RssAnon { get; private set; }

    /// <summary>Resident memory of mapped files, in bytes.</summary>
    public long? RssFile { get; private set; }

    /// <summary>Resident shared memory, in bytes.</summary>
    public long? RssShmem { get; private set; }

    /// <summary>Size of the data segment, in bytes.</summary>
    public long? VmData { get; private set; }

    /// <summary>Size of the stack, in bytes.</summary>
    public long? VmStk { get; private set; }

    /// <summary>Size of the program's text, in bytes.</summary>
    public long? VmExe { get; private set; }

    /// <summary>Size of the libraries' text, in bytes.</summary>
    public long? VmLib { get; private set; }

    /// <summary>Size of the page tables, in bytes: <c>VmPTE</c>.</summary>
    public long? VmPte { get; private set; }

    /// <summary>Anonymous memory that is swapped out, in bytes.</summary>
    public long? VmSwap { get; private set; }

    /// <summary>Memory in hugetlb pages, in bytes.</summary>
    public long? HugetlbPages { get; private set; }

    /// <summary>Whether its core is being dumped: <c>CoreDumping</c>.</summary>
    public bool? IsDumpingCore { get; private set; }

    /// <summary>Whether it may use transparent huge pages: <c>THP_enabled</c>.</summary>
    public bool? ThpEnabled { get; private set; }

    /// <summary>The bits of an address that count: <c>untag_mask</c>.</summary>
    public ulong? UntagMask { get; private set; }

    /// <summary>How many threads it has.</summary>
    public int? Threads { get; private set; }

    /// <summary>Signals queued for the user: the first part of <c>SigQ</c>.</summary>
    public long? SignalsQueued { get; private set; }

    /// <summary>How many signals may be queued for the user: the second part of <c>SigQ</c>.</summary>
    public long? SignalQueueLimit { get; private set; }

    /// <summary>Signals that wait for the thread.</summary>
    public SignalSet? SigPnd { get; private set; }

    /// <summary>Signals that wait for the process.</summary>
    public SignalSet? ShdPnd { get; private set; }

    /// <summary>Signals that are blocked.</summary>
    public SignalSet? SigBlk { get; private set; }

    /// <summary>Signals that are ignored.</summary>
    public SignalSet? SigIgn { get; private set; }

    /// <summary>Signals that are caught.</summary>
    public SignalSet? SigCgt { get; private set; }

    /// <summary>Inheritable capabilities.</summary>
    public CapabilitySet? CapInh { get; private set; }

    /// <summary>Permitted capabilities.</summary>
    public CapabilitySet? CapPrm { get; private set; }

    /// <summary>Effective capabilities.</summary>
    public CapabilitySet? CapEff { get; private set; }

    /// <summary>The bounding set of capabilities.</summary>
    public CapabilitySet? CapBnd { get; private set; }

    /// <summary>Ambient capabilities.</summary>
    public CapabilitySet? CapAmb { get; private set; }

    /// <summary>Whether a new program can gain no privileges: <c>NoNewPrivs</c>.</summary>
    public bool? NoNewPrivileges { get; private set; }

    /// <summary>How its system calls are restricted.</summary>
    public SeccompMode? Seccomp { get; private set; }

    /// <summary>How many filters restrict them: <c>Seccomp_filters</c>.</summary>
    public int? SeccompFilters { get; private set; }

    /// <summary>Protection against speculative store bypass, in the kernel's words.</summary>
    public string? SpeculationStoreBypass { get; private set; }

    /// <summary>Protection against indirect branch speculation, in the kernel's words.</summary>
    public string? SpeculationIndirectBranch { get; private set; }

    /// <summary>The CPUs it may run on, from the mask <c>Cpus_allowed</c>.</summary>
    public IndexSet? CpusAllowed { get; private set; }

    /// <summary>The CPUs it may run on: <c>Cpus_allowed_list</c>.</summary>
    public IndexSet? CpusAllowedList { get; private set; }

    /// <summary>The memory nodes it may use, from the mask <c>Mems_allowed</c>.</summary>
    public IndexSet? MemsAllowed { get; private set; }

    /// <summary>The memory nodes it may use: <c>Mems_allowed_list</c>.</summary>
    public IndexSet? MemsAllowedList { get; private set; }

    /// <summary>Times it gave up the CPU: <c>voluntary_ctxt_switches</c>.</summary>
    public long? VoluntarySwitches { get; private set; }

    /// <summary>Times the CPU was taken from it: <c>nonvoluntary_ctxt_switches</c>.</summary>
    public long? InvoluntarySwitches { get; private set; }

    /// <summary>Features of an x86 CPU that it uses, such as shstk: <c>x86_Thread_features</c>.</summary>
    public string[]? ThreadFeatures { get; private set; }

    /// <summary>Those of them that it cannot change: <c>x86_Thread_features_locked</c>.</summary>
    public string[]? ThreadFeaturesLocked { get; private set; }

    /// <summary>Fields that this version does not know, as text.</summary>
    public IReadOnlyDictionary<string, string> Additional { get; private set; } = null!;

    /// <summary>The process or thread, in one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => KeyText.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, Name);
}
