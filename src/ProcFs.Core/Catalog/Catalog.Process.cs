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
            Table<ProcessChild>("<pid>/task/<tid>/children", "process ids of the children this thread created", since: "3.5"),
            Table<AuxiliaryValue>("<pid>/auxv", "values the kernel handed to the program at start", reads: ReadRule.OfLiving),
            Lines<CgroupMembership>("<pid>/cgroup", "control groups the process belongs to, one line per hierarchy", since: "2.6.24"),
            Entries  ("<pid>/cmdline", "command line, one argument a line"),
            Parameter("<pid>/comm", "short command name, at most 15 bytes", Access.ReadWrite, ParameterValue.TextForm, WriteRule.OwnThreads, since: "2.6.33"),
            Parameter("<pid>/cpuset", "path of the cpuset, relative to the cpuset root", Access.Read, ParameterValue.TextForm, since: "2.6.12"),
            Link     ("<pid>/cwd", "current working folder", ReadRule.OfLiving),
            EntryRows<EnvironmentVariable>("<pid>/environ", "environment at program start, one NAME=value a line", Exposes, ReadRule.OfLiving),
            Link     ("<pid>/exe", "program file being executed", ReadRule.OfLiving),
            Parameter("<pid>/loginuid", "id of the user who logged in (audit), if one did", Access.ReadWrite, ParameterValue.OptionalIdForm, WriteRule.LoginUid, since: "2.6.11"),
            Link     ("<pid>/root", "root folder as this process sees it", ReadRule.OfLiving),
            Parameter("<pid>/sessionid", "audit session number, if there is one", Access.Read, ParameterValue.OptionalIdForm, since: "2.6.25"),
        ]),

        .. Section("Process", "Status",
        [
            Record<ProcessArchStatus>("<pid>/arch_status", "state specific to the processor type, e.g. age of AVX-512 use", since: "5.3"),
            Parameter("<pid>/patch_state", "live patching: -1 none, 0 unpatched, 1 patched", Access.Read, ParameterValue.PatchStateForm, since: "4.12"),
            Record<ProcessPersonality>("<pid>/personality", "execution domain, and what the kernel does otherwise for it", reads: ReadRule.Trace, since: "2.6.28"),
            Record<ProcessStat>("<pid>/stat", "state, parents, times, memory: what programs read"),
            Record<ProcessStatus>("<pid>/status", "state, ids, memory, signals, capabilities: what people read"),
        ]),

        .. Section("Process", "Memory",
        [
            Parameter("<pid>/clear_refs", "clears marks: 1 all, 2 anonymous, 3 file, 4 soft-dirty, 5 peak RSS", Access.Write, PageMarksText.Form, since: "2.6.22"),
            Parameter("<pid>/coredump_filter", "which kinds of memory a core dump holds, hex bit mask", Access.ReadWrite, CoreDumpFilterText.Form, since: "2.6.23"),
            Parameter("<pid>/ksm_merging_pages", "pages merged with equal ones by KSM", Access.Read, since: "5.19"),
            Record<KsmStatistics>("<pid>/ksm_stat", "counters of KSM page merging for this process", since: "6.1"),
            Folder<MappedFile>("<pid>/map_files", "files mapped into memory, one link per address range", since: "3.3"),
            Row<MappedFile>("<pid>/map_files/<range>", "one file mapped into memory, by its address range", ReadRule.MappedFiles, since: "3.3"),
            Lines<MemoryMapping>("<pid>/maps", "memory mappings, one per range"),
            Binary   ("<pid>/mem", "memory of the process; reading can fault, writing alters it", OnRequest | Exposes, ReadRule.TraceLiving),
            Table<NumaMapping>("<pid>/numa_maps", "memory mappings with NUMA policy and pages per node; slow", Slow | Locks, since: "2.6.14"),
            Parameter("<pid>/oom_adj", "old out-of-memory weight, -17..15; use oom_score_adj", Access.ReadWrite, writes: WriteRule.OomAdj, since: "2.6.11"),
            Parameter("<pid>/oom_score", "how likely the out-of-memory killer takes it, 0..2000", Access.Read, since: "2.6.11"),
            Parameter("<pid>/oom_score_adj", "shift of oom_score, -1000 (never kill) to 1000 (first)", Access.ReadWrite, writes: WriteRule.OomScoreAdj, since: "2.6.36"),
            Binary   ("<pid>/pagemap", "page frame of each virtual page, 8 bytes each; very large", Huge, ReadRule.TraceLiving, since: "2.6.25"),
            Table<MemoryMappingUsage>("<pid>/smaps", "memory use of every mapping; slow, holds up the process", Slow | Locks, since: "2.6.14"),
            Record<ProcessMemory>("<pid>/smaps_rollup", "sum of smaps over all mappings; slow", Slow | Locks, since: "4.14"),
            Record<ProcessMemorySizes>("<pid>/statm", "memory sizes: total, resident, shared, text, data"),
        ]),

        .. Section("Process", "Descriptors",
        [
            Folder<FileDescriptor>("<pid>/fd", "open file descriptors", ReadRule.Descriptors),
            Row<FileDescriptor>("<pid>/fd/<fd>", "one open file descriptor, by its number", ReadRule.Descriptors),
            Directory("<pid>/fdinfo", "position and flags of each open file descriptor", ReadRule.Descriptors, since: "2.6.22"),
            Record<FileDescriptorInfo>("<pid>/fdinfo/<fd>", "position, flags and kind-specific state of a descriptor", reads: ReadRule.Descriptors, since: "2.6.22"),
            Record<ProcessIo>("<pid>/io", "bytes and calls of reading and writing; can leak secrets", Exposes, since: "2.6.20"),
        ]),

        .. Section("Process", "Mounts",
        [
            Lines<Mount>("<pid>/mountinfo", "mounts seen by the process, with ids and propagation", since: "2.6.26"),
            Table<MountEntry>("<pid>/mounts", "mounts seen by the process, in fstab form"),
            Table<MountEntry>("mounts", "mounts seen by the reading process"),
            Table<MountStatistics>("<pid>/mountstats", "mounts with statistics, detailed for NFS", since: "2.6.17"),
        ]),

        .. Section("Process", "Namespaces",
        [
            Parameter("<pid>/gid_map", "group id mapping of its user namespace; writable once", Access.ReadWrite, ParameterForm.Lines<IdMapping>(), WriteRule.GroupIds, since: "3.5"),
            Folder<Namespace>("<pid>/ns", "namespaces the process lives in, one link each", since: "3.0"),
            Row<Namespace>("<pid>/ns/cgroup", "namespace of control group paths", since: "4.6"),
            Row<Namespace>("<pid>/ns/ipc", "namespace of System V IPC and POSIX message queues", since: "3.0"),
            Row<Namespace>("<pid>/ns/mnt", "namespace of mounts", since: "3.8"),
            Row<Namespace>("<pid>/ns/net", "namespace of network devices, addresses and ports", since: "3.0"),
            Row<Namespace>("<pid>/ns/pid", "namespace of process ids", since: "3.8"),
            Row<Namespace>("<pid>/ns/pid_for_children", "namespace of process ids for new children", since: "4.12"),
            Row<Namespace>("<pid>/ns/time", "namespace of the monotonic and boot clocks", since: "5.6"),
            Row<Namespace>("<pid>/ns/time_for_children", "namespace of the clocks for new children", since: "5.6"),
            Row<Namespace>("<pid>/ns/user", "namespace of user and group ids", since: "3.8"),
            Row<Namespace>("<pid>/ns/uts", "namespace of host name and NIS domain", since: "3.0"),
            Parameter("<pid>/projid_map", "project id mapping of its user namespace; writable once", Access.ReadWrite, ParameterForm.Lines<IdMapping>(), WriteRule.ProjectIds, since: "3.7"),
            Parameter("<pid>/setgroups", "allow or deny setgroups() in its user namespace", Access.ReadWrite, writes: WriteRule.SetGroups, since: "3.19"),
            Parameter("<pid>/timens_offsets", "clock offsets of new time namespaces, seconds and ns", Access.ReadWrite, ParameterForm.Lines<ClockOffset>(), WriteRule.ClockOffsets, since: "5.6"),
            Parameter("<pid>/uid_map", "user id mapping of its user namespace; writable once", Access.ReadWrite, ParameterForm.Lines<IdMapping>(), WriteRule.UserIds, since: "3.5"),
        ]),

        .. Section("Process", "Scheduling",
        [
            Parameter("<pid>/autogroup", "scheduling group of its session and the nice value of it", Access.ReadWrite, Autogroup.Form, WriteRule.Autogroup, since: "2.6.38"),
            Text     ("<pid>/cpu", "ticks spent on each CPU (Linux 2.4 only)"),
            Record<ResctrlGroups>("<pid>/cpu_resctrl_groups", "resource control and monitoring group of the process", since: "5.6"),
            Record<ProcessSched>("<pid>/sched", "scheduler view: times, switches, policy; writing resets parts", since: "2.6.23"),
            Record<ProcessSchedStat>("<pid>/schedstat", "time on CPU and time waiting for one, number of time slices", since: "2.6.9"),
            Table<PosixTimer>("<pid>/timers", "timers of the process made with timer_create()", since: "3.10"),
            Parameter("<pid>/timerslack_ns", "how late timers of the process may fire, ns", Access.ReadWrite, TimerSlackText.Form, WriteRule.TimerSlack, since: "4.6"),
        ]),

        .. Section("Process", "Waiting",
        [
            Parameter("<pid>/fail-nth", "fault injection: fail the n-th faultable call of the task", Access.ReadWrite, since: "4.14"),
            Table<LatencyRecord>("<pid>/latency", "where the process waited longest; writing clears it"),
            Parameter("<pid>/make-it-fail", "fault injection: 1 makes the task eligible", Access.ReadWrite, since: "2.6.20"),
            Lines<SeccompCacheEntry>("<pid>/seccomp_cache", "system calls the seccomp cache allows or must filter", since: "5.11"),
            Table<KernelStackFrame>("<pid>/stack", "kernel call stack of the process, innermost first", reads: ReadRule.Administer, since: "2.6.29"),
            Record<StackDepth>("<pid>/stack_depth", "deepest use of the kernel stack in bytes, previous and now"),
            Record<ProcessSystemCall>("<pid>/syscall", "system call being waited in, its arguments, stack pointer", reads: ReadRule.Trace, since: "2.6.27"),
            Parameter("<pid>/wchan", "kernel function the process sleeps in, if it sleeps", Access.Read, ParameterValue.WaitChannelForm),
        ]),

        .. Section("Process", "Limits",
        [
            Table<ResourceLimit>("<pid>/limits", "resource limits, soft and hard, and what is used", since: "2.6.24"),
        ]),

        .. Section("Process", "Labels",
        [
            Directory("<pid>/attr", "labels given by the security modules"),
            Directory("<pid>/attr/apparmor", "labels given by the AppArmor security module"),
            Parameter("<pid>/attr/apparmor/current", "profile of AppArmor and its mode, now in force", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/apparmor/exec", "profile of AppArmor for the next program execution", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/apparmor/prev", "profile of AppArmor before the last change", Access.Read, ParameterValue.LabelForm),
            Parameter("<pid>/attr/current", "security label now in force", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/exec", "security label for the next program execution", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/fscreate", "security label for files it creates", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/keycreate", "security label for keys it creates", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label, since: "2.6.18"),
            Parameter("<pid>/attr/prev", "security label before the last program execution", Access.Read, ParameterValue.LabelForm),
            Directory("<pid>/attr/smack", "labels given by the Smack security module"),
            Parameter("<pid>/attr/smack/current", "label of Smack now in force", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label),
            Parameter("<pid>/attr/sockcreate", "security label for sockets it creates", Access.ReadWrite, ParameterValue.LabelForm, WriteRule.Label, since: "2.6.18"),
        ]),
    ];
}
