namespace ProcFs;

public static partial class Catalog
{
    private static CatalogEntry[] ProcessEntries() =>
    [
        // links to the reader itself
        Link     ("self", "the process that reads this link"),
        Link     ("thread-self", "the thread that reads this link"),

        // folders
        Process  ("<pid>", "one running process"),
        Directory("<pid>/attr", "labels given by the security modules"),
        Directory("<pid>/attr/apparmor", "labels given by the AppArmor security module"),
        Directory("<pid>/attr/smack", "labels given by the Smack security module"),
        Folder<FileDescriptor>("<pid>/fd", "open file descriptors", FileDescriptor.ReadRows, row => $"{row.Number}"),
        Directory("<pid>/fdinfo", "position and flags of each open file descriptor"),
        Folder<MappedFile>("<pid>/map_files", "files mapped into memory, one link per address range", MappedFile.ReadRows, row => row.Range),
        Folder<Namespace>("<pid>/ns", "namespaces the process lives in, one link each", Namespace.ReadRows, row => row.Name),
        Directory("<pid>/task", "threads of the process, one folder each"),
        Thread   ("<pid>/task/<tid>", "one thread of the process"),

        // identity
        Lines    ("<pid>/cgroup", "control groups the process belongs to, one line per hierarchy", CgroupMembership.Parse, CgroupMembership.Form, row => $"{row.HierarchyId}"),
        Entries  ("<pid>/cmdline", "command line, one argument a line"),
        Parameter("<pid>/comm", "short command name, at most 15 bytes", Access.ReadWrite, ParameterValue.Text),
        Link     ("<pid>/cwd", "current working folder"),
        EntryRows<EnvironmentVariable>("<pid>/environ", "environment at program start, one NAME=value a line", EnvironmentVariable.ReadRows, row => row.Key),
        Link     ("<pid>/exe", "program file being executed"),
        Parameter("<pid>/loginuid", "id of the user who logged in (audit), if one did", Access.ReadWrite, ParameterValue.OptionalId),
        Record   ("<pid>/personality", "execution domain, and what the kernel does otherwise for it", ProcessPersonality.Parse),
        Link     ("<pid>/root", "root folder as this process sees it"),
        Parameter("<pid>/sessionid", "audit session number, if there is one", Access.Read, ParameterValue.OptionalId),
        Table<ProcessChild>("<pid>/task/<tid>/children", "process ids of the children this thread created", ProcessChild.ReadRows, row => $"{row.ProcessId}"),

        // state and times
        Record   ("<pid>/arch_status", "state specific to the processor type, e.g. age of AVX-512 use", ProcessArchStatus.Parse),
        Table<AuxiliaryValue>("<pid>/auxv", "values the kernel handed to the program at start", AuxiliaryValue.ReadRows, row => row.Name),
        Text     ("<pid>/cpu", "ticks spent on each CPU (Linux 2.4 only)"),
        Record   ("<pid>/cpu_resctrl_groups", "resource control and monitoring group of the process", ResctrlGroups.Parse),
        Parameter("<pid>/cpuset", "path of the cpuset, relative to the cpuset root", Access.Read, ParameterValue.Text),
        Table<LatencyRecord>("<pid>/latency", "where the process waited longest; writing clears it", LatencyRecord.ReadRows, row => row.Function),
        Table<ResourceLimit>("<pid>/limits", "resource limits, soft and hard, and what is used", ResourceLimit.ReadRows, row => row.Resource),
        Parameter("<pid>/patch_state", "live patching: -1 none, 0 unpatched, 1 patched", Access.Read, ParameterValue.PatchState),
        Record   ("<pid>/sched", "scheduler view: times, switches, policy; writing resets parts", ProcessSched.Parse),
        Record   ("<pid>/schedstat", "time on CPU and time waiting for one, number of time slices", ProcessSchedStat.Parse),
        Table<KernelStackFrame>("<pid>/stack", "kernel call stack of the process, innermost first", KernelStackFrame.ReadRows, row => $"{row.Index}"),
        Record   ("<pid>/stack_depth", "deepest use of the kernel stack in bytes, previous and now", StackDepth.Parse),
        Record   ("<pid>/stat", "state, parents, times, memory: what programs read", ProcessStat.Parse),
        Record   ("<pid>/status", "state, ids, memory, signals, capabilities: what people read", ProcessStatus.Parse),
        Record   ("<pid>/syscall", "system call being waited in, its arguments, stack pointer", ProcessSystemCall.Parse),
        Table<PosixTimer>("<pid>/timers", "timers of the process made with timer_create()", PosixTimer.ReadRows, row => $"{row.TimerId}"),
        Parameter("<pid>/wchan", "kernel function the process sleeps in, if it sleeps", Access.Read, ParameterValue.WaitChannel),

        // memory
        Parameter("<pid>/clear_refs", "clears marks: 1 all, 2 anonymous, 3 file, 4 soft-dirty, 5 peak RSS", Access.Write, format: PageMarksText.Format),
        Parameter("<pid>/ksm_merging_pages", "pages merged with equal ones by KSM", Access.Read),
        Record   ("<pid>/ksm_stat", "counters of KSM page merging for this process", KsmStatistics.Parse),
        Lines    ("<pid>/maps", "memory mappings, one per range", MemoryMapping.Parse, MapsLine.Form, row => row.Range),
        Raw      ("<pid>/mem", "memory of the process; reading can fault, writing alters it", Access.OnRequest),
        Table<NumaMapping>("<pid>/numa_maps", "memory mappings with NUMA policy and pages per node; slow", NumaMapping.ReadRows, row => $"{row.Start:x}"),
        Parameter("<pid>/oom_adj", "old out-of-memory weight, -17..15; use oom_score_adj", Access.ReadWrite),
        Parameter("<pid>/oom_score", "how likely the out-of-memory killer takes it, 0..2000", Access.Read),
        Parameter("<pid>/oom_score_adj", "shift of oom_score, -1000 (never kill) to 1000 (first)", Access.ReadWrite),
        Raw      ("<pid>/pagemap", "page frame of each virtual page, 8 bytes each; very large", Access.OnRequest),
        Table<MemoryMappingUsage>("<pid>/smaps", "memory use of every mapping; slow, holds up the process", MemoryMappingUsage.ReadRows, row => row.Range),
        Record   ("<pid>/smaps_rollup", "sum of smaps over all mappings; slow", ProcessMemory.Parse),
        Record   ("<pid>/statm", "memory sizes: total, resident, shared, text, data", ProcessMemorySizes.Parse),

        // files and mounts
        Record   ("<pid>/fdinfo/<fd>", "position, flags and kind-specific state of a descriptor", FileDescriptorInfo.Parse),
        Record   ("<pid>/io", "bytes and calls of reading and writing; can leak secrets", ProcessIo.Parse),
        Lines    ("<pid>/mountinfo", "mounts seen by the process, with ids and propagation", Mount.Parse, Mount.Form, row => $"{row.MountId}"),
        Lines    ("<pid>/mounts", "mounts seen by the process, in fstab form", MountEntry.Parse, MountEntry.Form, row => $"{row.Number}"),
        Table<MountStatistics>("<pid>/mountstats", "mounts with statistics, detailed for NFS", MountStatistics.ReadRows, row => $"{row.Number}"),

        // settings
        Parameter("<pid>/autogroup", "scheduling group of its session and the nice value of it", Access.ReadWrite, Autogroup.Parse, Autogroup.Format),
        Parameter("<pid>/coredump_filter", "which kinds of memory a core dump holds, hex bit mask", Access.ReadWrite, CoreDumpFilterText.Parse, CoreDumpFilterText.Format),
        Parameter("<pid>/fail-nth", "fault injection: fail the n-th faultable call of the task", Access.ReadWrite),
        ParameterLines("<pid>/gid_map", "group id mapping of its user namespace; writable once", Access.ReadWrite, IdMapping.Parse, IdMapping.Form),
        Parameter("<pid>/make-it-fail", "fault injection: 1 makes the task eligible", Access.ReadWrite),
        ParameterLines("<pid>/projid_map", "project id mapping of its user namespace; writable once", Access.ReadWrite, IdMapping.Parse, IdMapping.Form),
        Lines    ("<pid>/seccomp_cache", "system calls the seccomp cache allows or must filter", SeccompCacheEntry.Parse, SeccompCacheEntry.Form, row => $"{row.Architecture}-{row.Number}"),
        Parameter("<pid>/setgroups", "allow or deny setgroups() in its user namespace", Access.ReadWrite),
        ParameterLines("<pid>/timens_offsets", "clock offsets of new time namespaces, seconds and ns", Access.ReadWrite, ClockOffset.Parse, ClockOffset.Form),
        Parameter("<pid>/timerslack_ns", "how late timers of the process may fire, ns", Access.ReadWrite, format: TimerSlackText.Format),
        ParameterLines("<pid>/uid_map", "user id mapping of its user namespace; writable once", Access.ReadWrite, IdMapping.Parse, IdMapping.Form),

        // security labels
        Parameter("<pid>/attr/apparmor/current", "profile of AppArmor and its mode, now in force", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/apparmor/exec", "profile of AppArmor for the next program execution", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/apparmor/prev", "profile of AppArmor before the last change", Access.Read, ParameterValue.Label),
        Parameter("<pid>/attr/current", "security label now in force", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/exec", "security label for the next program execution", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/fscreate", "security label for files it creates", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/keycreate", "security label for keys it creates", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/prev", "security label before the last program execution", Access.Read, ParameterValue.Label),
        Parameter("<pid>/attr/smack/current", "label of Smack now in force", Access.ReadWrite, ParameterValue.Label),
        Parameter("<pid>/attr/sockcreate", "security label for sockets it creates", Access.ReadWrite, ParameterValue.Label),

        // namespaces
        Row<Namespace>("<pid>/ns/cgroup", "namespace of control group paths"),
        Row<Namespace>("<pid>/ns/ipc", "namespace of System V IPC and POSIX message queues"),
        Row<Namespace>("<pid>/ns/mnt", "namespace of mounts"),
        Row<Namespace>("<pid>/ns/net", "namespace of network devices, addresses and ports"),
        Row<Namespace>("<pid>/ns/pid", "namespace of process ids"),
        Row<Namespace>("<pid>/ns/pid_for_children", "namespace of process ids for new children"),
        Row<Namespace>("<pid>/ns/time", "namespace of the monotonic and boot clocks"),
        Row<Namespace>("<pid>/ns/time_for_children", "namespace of the clocks for new children"),
        Row<Namespace>("<pid>/ns/user", "namespace of user and group ids"),
        Row<Namespace>("<pid>/ns/uts", "namespace of host name and NIS domain"),
    ];
}
