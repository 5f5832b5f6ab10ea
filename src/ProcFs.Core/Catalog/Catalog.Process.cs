using static ProcFs.ReadEffects;

namespace ProcFs;

public static partial class Catalog
{
    private static CatalogEntry[] ProcessEntries() =>
    [
        .. Section("Process", "Overview",
        [
            Link     ("self", "the process that reads this link"),
            Link     ("thread-self", "the thread that reads this link"),
            Process  ("<pid>", "one running process"),
            Directory("<pid>/task", "threads of the process, one folder each"),
            Thread   ("<pid>/task/<tid>", "one thread of the process"),
            Table<ProcessChild>("<pid>/task/<tid>/children", "ids of the child processes that this thread created", since: "3.5"),
            Table<AuxiliaryValue>("<pid>/auxv", "auxiliary vector that the kernel passed to the program", reads: ReadRule.OfLiving),
            Lines<CgroupMembership>("<pid>/cgroup", "control groups of the process, one line per hierarchy", since: "2.6.24"),
            EntryRows<CommandArgument>("<pid>/cmdline", "command line, one argument per line"),
            Parameter("<pid>/comm", "short command name, at most 15 bytes", Access.ReadWrite, ParameterValue.TextForm, WriteRule.OwnThreads, since: "2.6.33"),
            Parameter("<pid>/cpuset", "path of the cpuset, relative to the cpuset root", Access.Read, ParameterValue.TextForm, since: "2.6.12"),
            Link     ("<pid>/cwd", "current working folder", ReadRule.OfLiving),
            EntryRows<EnvironmentVariable>("<pid>/environ", "environment at program start, one NAME=value per line", Exposes, ReadRule.OfLiving),
            Link     ("<pid>/exe", "program file that the process is running", ReadRule.OfLiving),
            Parameter("<pid>/loginuid", "login user id (audit), if set", Access.ReadWrite, ParameterValue.OptionalIdForm, WriteRule.LoginUid, since: "2.6.11"),
            Link     ("<pid>/root", "root folder of the process", ReadRule.OfLiving),
            Parameter("<pid>/sessionid", "audit session id, if any", Access.Read, ParameterValue.OptionalIdForm, since: "2.6.25"),
        ]),

        .. Section("Process", "Status",
        [
            Record<ProcessArchStatus>("<pid>/arch_status", "processor-specific state, such as time since AVX-512 use", since: "5.3"),
            Parameter("<pid>/patch_state", "live patching: -1 none, 0 unpatched, 1 patched", Access.Read, ParameterValue.PatchStateForm, since: "4.12"),
            Record<ProcessPersonality>("<pid>/personality", "execution domain and its compatibility flags", reads: ReadRule.Trace, since: "2.6.28"),
            Record<ProcessStat>("<pid>/stat", "state, parent, times and memory, machine-readable"),
            Record<ProcessStatus>("<pid>/status", "state, ids, memory, signals, capabilities, human-readable"),
        ]),

        .. Section("Process", "Memory",
        [
            Parameter("<pid>/clear_refs", "clears page bits: 1 all, 2 anonymous, 3 file, 4 soft-dirty, 5 peak RSS", Access.Write, PageMarksText.Form, since: "2.6.22"),
            Parameter("<pid>/coredump_filter", "memory types included in a core dump, hex bit mask", Access.ReadWrite, CoreDumpFilterText.Form, since: "2.6.23"),
            Parameter("<pid>/ksm_merging_pages", "pages merged by KSM (kernel samepage merging)", Access.Read, since: "5.19"),
            Record<KsmStatistics>("<pid>/ksm_stat", "KSM page merging counters of the process", since: "6.1"),
            Folder<MappedFile>("<pid>/map_files", "memory-mapped files, one link per address range", since: "3.3"),
            Row<MappedFile>("<pid>/map_files/<range>", "one memory-mapped file, by its address range", ReadRule.MappedFiles, since: "3.3"),
            Lines<MemoryMapping>("<pid>/maps", "memory mappings, one per address range"),
            Binary   ("<pid>/mem", "memory of the process; reads can fail, writes modify it", OnRequest | Exposes, ReadRule.TraceLiving),
            Table<NumaMapping>("<pid>/numa_maps", "memory mappings with NUMA policy and pages per node; slow", Slow | Locks, since: "2.6.14"),
            Parameter("<pid>/oom_adj", "obsolete OOM adjustment, -17 to 15; use oom_score_adj", Access.ReadWrite, writes: WriteRule.OomAdj, since: "2.6.11"),
            Parameter("<pid>/oom_score", "OOM score: likelihood of being killed, 0 to 2000", Access.Read, since: "2.6.11"),
            Parameter("<pid>/oom_score_adj", "OOM score adjustment, -1000 (never killed) to 1000 (first)", Access.ReadWrite, writes: WriteRule.OomScoreAdj, since: "2.6.36"),
            Binary   ("<pid>/pagemap", "page frame of each virtual page, 8 bytes each; very large", Huge, ReadRule.TraceLiving, since: "2.6.25"),
            Table<MemoryMappingUsage>("<pid>/smaps", "memory use of each mapping; slow, can block the process", Slow | Locks, since: "2.6.14"),
            Record<ProcessMemory>("<pid>/smaps_rollup", "sum of smaps over all mappings; slow", Slow | Locks, since: "4.14"),
            Record<ProcessMemorySizes>("<pid>/statm", "memory sizes: total, resident, shared, text, data"),
        ]),

        .. Section("Process", "Descriptors",
        [
            Folder<FileDescriptor>("<pid>/fd", "open file descriptors", ReadRule.Descriptors),
            Row<FileDescriptor>("<pid>/fd/<fd>", "one open file descriptor, by its number", ReadRule.Descriptors),
            Directory("<pid>/fdinfo", "position and flags of each open file descriptor", ReadRule.Descriptors, since: "2.6.22"),
            Record<FileDescriptorInfo>("<pid>/fdinfo/<fd>", "position, flags and type-specific state of a descriptor", reads: ReadRule.Descriptors, since: "2.6.22"),
            Captured (Record<ProcessIo>("<pid>/io", "I/O statistics; can reveal secrets", Exposes, since: "2.6.20")),
        ]),

        .. Section("Process", "Mounts",
        [
            Lines<Mount>("<pid>/mountinfo", "mounts of the process, with ids and mount propagation", since: "2.6.26"),
            Table<MountEntry>("<pid>/mounts", "mounts of the process, in fstab format"),
            Table<MountEntry>("mounts", "mounts of the reading process"),
            Table<MountStatistics>("<pid>/mountstats", "mounts with statistics, detailed for NFS", since: "2.6.17"),
        ]),

        .. Section("Process", "Namespaces",
        [
            Parameter("<pid>/gid_map", "group id mappings of its user namespace; writable once", Access.ReadWrite, ParameterForm.Lines<IdMapping>(), WriteRule.GroupIds, since: "3.5"),
            Folder<Namespace>("<pid>/ns", "namespaces of the process, one link each", since: "3.0"),
            Row<Namespace>("<pid>/ns/cgroup", "cgroup namespace: control group paths", since: "4.6"),
            Row<Namespace>("<pid>/ns/ipc", "IPC namespace: System V IPC and POSIX message queues", since: "3.0"),
            Row<Namespace>("<pid>/ns/mnt", "mount namespace", since: "3.8"),
            Row<Namespace>("<pid>/ns/net", "network namespace: devices, addresses and ports", since: "3.0"),
            Row<Namespace>("<pid>/ns/pid", "PID namespace: process ids", since: "3.8"),
            Row<Namespace>("<pid>/ns/pid_for_children", "PID namespace of new children", since: "4.12"),
            Row<Namespace>("<pid>/ns/time", "time namespace: monotonic and boot clocks", since: "5.6"),
            Row<Namespace>("<pid>/ns/time_for_children", "time namespace of new children", since: "5.6"),
            Row<Namespace>("<pid>/ns/user", "user namespace: user and group ids", since: "3.8"),
            Row<Namespace>("<pid>/ns/uts", "UTS namespace: host name and NIS domain", since: "3.0"),
            Parameter("<pid>/projid_map", "project id mappings of its user namespace; writable once", Access.ReadWrite, ParameterForm.Lines<IdMapping>(), WriteRule.ProjectIds, since: "3.7"),
            Parameter("<pid>/setgroups", "allow or deny setgroups() in its user namespace", Access.ReadWrite, writes: WriteRule.SetGroups, since: "3.19"),
            Parameter("<pid>/timens_offsets", "clock offsets of new time namespaces, seconds and ns", Access.ReadWrite, ParameterForm.Lines<ClockOffset>(), WriteRule.ClockOffsets, since: "5.6"),
            Parameter("<pid>/uid_map", "user id mappings of its user namespace; writable once", Access.ReadWrite, ParameterForm.Lines<IdMapping>(), WriteRule.UserIds, since: "3.5"),
        ]),

        .. Section("Process", "Scheduling",
        [
            Parameter("<pid>/autogroup", "autogroup of its session, with the nice value", Access.ReadWrite, Autogroup.Form, WriteRule.Autogroup, since: "2.6.38"),
            Lines<ProcessCpuTime>("<pid>/cpu", "ticks spent on each CPU (Linux 2.4 only)"),
            Record<ResctrlGroups>("<pid>/cpu_resctrl_groups", "resctrl control and monitoring groups of the process", since: "5.6"),
            Record<ProcessSched>("<pid>/sched", "scheduler statistics: times, switches, policy; writing resets some", since: "2.6.23"),
            Record<ProcessSchedStat>("<pid>/schedstat", "time on CPU, time waiting for a CPU, number of time slices", since: "2.6.9"),
            Table<PosixTimer>("<pid>/timers", "POSIX timers created with timer_create()", since: "3.10"),
            Parameter("<pid>/timerslack_ns", "timer slack, ns: how late timers may expire", Access.ReadWrite, TimerSlackText.Form, WriteRule.TimerSlack, since: "4.6"),
        ]),

        .. Section("Process", "Waiting",
        [
            Parameter("<pid>/fail-nth", "fault injection: the n-th faultable call of the task fails", Access.ReadWrite, since: "4.14"),
            Table<LatencyRecord>("<pid>/latency", "places where the process waited longest; writing clears them"),
            Parameter("<pid>/make-it-fail", "fault injection: 1 makes the task eligible", Access.ReadWrite, since: "2.6.20"),
            Lines<SeccompCacheEntry>("<pid>/seccomp_cache", "system calls that the seccomp cache allows or filters", since: "5.11"),
            Table<KernelStackFrame>("<pid>/stack", "kernel call stack of the process, innermost first", reads: ReadRule.Administer, since: "2.6.29"),
            Record<StackDepth>("<pid>/stack_depth", "maximum kernel stack use, bytes: previous and current"),
            Record<ProcessSystemCall>("<pid>/syscall", "current system call, its arguments, stack pointer", reads: ReadRule.Trace, since: "2.6.27"),
            Parameter("<pid>/wchan", "wait channel: kernel function in which the process sleeps", Access.Read, ParameterValue.WaitChannelForm),
        ]),

        .. Section("Process", "Limits",
        [
            Table<ResourceLimit>("<pid>/limits", "resource limits, soft and hard, with current usage", since: "2.6.24"),
        ]),

        .. Section("Process", "Labels",
        [
            Directory("<pid>/attr", "security attributes of the process"),
            Directory("<pid>/attr/apparmor", "attributes of the AppArmor security module"),
            Parameter("<pid>/attr/apparmor/current", "current AppArmor profile and mode", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/apparmor/exec", "AppArmor profile for the next exec", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/apparmor/prev", "AppArmor profile before the last change", Access.Read, ParameterValue.LabelForm),
            Parameter("<pid>/attr/current", "current security label", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/exec", "security label for the next exec", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/fscreate", "security label of the files it creates", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/keycreate", "security label of the keys it creates", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label, since: "2.6.18"),
            Parameter("<pid>/attr/prev", "security label before the last exec", Access.Read, ParameterValue.LabelForm),
            Directory("<pid>/attr/smack", "attributes of the Smack security module"),
            Parameter("<pid>/attr/smack/current", "current Smack label", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/sockcreate", "security label of the sockets it creates", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label, since: "2.6.18"),
        ]),
    ];
}
