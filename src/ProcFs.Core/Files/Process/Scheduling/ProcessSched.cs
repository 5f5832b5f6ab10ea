using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/&lt;pid&gt;/sched</c> and <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/sched</c>: the scheduler's data about a task, which for a process is its first
/// thread. The file is meant for scheduler developers and changes between kernels: values with a stable meaning have a property here, and the others are in
/// <see cref="Additional"/>. A value that this kernel does not have is null. Source: kernel/sched/debug.c.
/// </summary>
[Fields]
public sealed partial class ProcessSched : IRecord<ProcessSched>
{
    private ProcessSched()
    {
    }

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The full name.</summary>
    public string ProcessName { get; private set; } = "";

    /// <summary>The start time; null if it is unknown.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The id of the task.</summary>
    public int ThreadId { get; private set; }

    /// <summary>The exact name of the task.</summary>
    public string Comm { get; private set; } = "";

    /// <summary>The number of threads of the process.</summary>
    public int Threads { get; private set; }

    /// <summary>The time when it last started to run, on the scheduler clock, which starts at boot: <c>se.exec_start</c>.</summary>
    [Key("se.exec_start", Scale.Milliseconds)] [Unit(Unit.Duration)] public TimeSpan? ExecutionStart { get; private set; }

    /// <summary>Virtual run time, weighted by priority, by which the fair scheduler chooses the next task: <c>se.vruntime</c>.</summary>
    [Key("se.vruntime", Scale.Milliseconds)] [Unit(Unit.Duration)] public TimeSpan? VirtualRunTime { get; private set; }

    /// <summary>Time spent on a CPU: <c>se.sum_exec_runtime</c>.</summary>
    [Key("se.sum_exec_runtime", Scale.Milliseconds)] [Unit(Unit.Duration)] public TimeSpan? RunTime { get; private set; }

    /// <summary>The time slice: <c>se.slice</c>.</summary>
    [Key("se.slice", Scale.Nanoseconds)] public TimeSpan? Slice { get; private set; }

    /// <summary>The number of migrations between CPUs: <c>se.nr_migrations</c>.</summary>
    [Key("se.nr_migrations")] public long? Migrations { get; private set; }

    /// <summary>The number of context switches: <c>nr_switches</c>.</summary>
    [Key("nr_switches")] public long? Switches { get; private set; }

    /// <summary>The number of voluntary context switches: <c>nr_voluntary_switches</c>.</summary>
    [Key("nr_voluntary_switches")] public long? VoluntarySwitches { get; private set; }

    /// <summary>The number of involuntary context switches: <c>nr_involuntary_switches</c>.</summary>
    [Key("nr_involuntary_switches")] public long? InvoluntarySwitches { get; private set; }

    /// <summary>The weight relative to others in its group, where nice 0 is 1048576 on 64 bits: <c>se.load.weight</c>.</summary>
    [Key("se.load.weight")] public long? LoadWeight { get; private set; }

    /// <summary>Average runnable time multiplied by the weight: <c>se.avg.load_avg</c>.</summary>
    [Key("se.avg.load_avg")] public long? LoadAverage { get; private set; }

    /// <summary>Average runnable time; 1024 is all of the time: <c>se.avg.runnable_avg</c>.</summary>
    [Key("se.avg.runnable_avg")] public long? RunnableAverage { get; private set; }

    /// <summary>Average running time; 1024 is all of the time on the largest CPU: <c>se.avg.util_avg</c>.</summary>
    [Key("se.avg.util_avg")] public long? UtilizationAverage { get; private set; }

    /// <summary>The scheduling policy: <c>policy</c>.</summary>
    [Key("policy")] public SchedulingPolicy? Policy { get; private set; }

    /// <summary>The internal priority of the kernel, lower first: 100 to 139 is 120 + nice, below 100 is real-time: <c>prio</c>.</summary>
    [Key("prio")] public int? Priority { get; private set; }

    /// <summary>
    /// Time spent waiting for a CPU; null, as are the next four, while kernel.sched_schedstats is 0: <c>wait_sum</c>, before 5.16 <c>se.statistics.wait_sum</c>.
    /// </summary>
    [Key("wait_sum", Scale.Milliseconds)]
    [Key("se.statistics.wait_sum", Scale.Milliseconds)]
    [Unit(Unit.Duration)] public TimeSpan? WaitTime { get; private set; }

    /// <summary>The longest wait for a CPU: <c>wait_max</c>.</summary>
    [Key("wait_max", Scale.Milliseconds)]
    [Key("se.statistics.wait_max", Scale.Milliseconds)]
    [Unit(Unit.Duration)] public TimeSpan? LongestWait { get; private set; }

    /// <summary>Time spent asleep: <c>sum_sleep_runtime</c>.</summary>
    [Key("sum_sleep_runtime", Scale.Milliseconds)]
    [Key("se.statistics.sum_sleep_runtime", Scale.Milliseconds)]
    [Unit(Unit.Duration)] public TimeSpan? SleepTime { get; private set; }

    /// <summary>Time spent blocked: <c>sum_block_runtime</c>.</summary>
    [Key("sum_block_runtime", Scale.Milliseconds)]
    [Key("se.statistics.sum_block_runtime", Scale.Milliseconds)]
    [Unit(Unit.Duration)] public TimeSpan? BlockedTime { get; private set; }

    /// <summary>Time spent waiting for I/O: <c>iowait_sum</c>.</summary>
    [Key("iowait_sum", Scale.Milliseconds)]
    [Key("se.statistics.iowait_sum", Scale.Milliseconds)]
    [Unit(Unit.Duration)] public TimeSpan? IoWaitTime { get; private set; }

    /// <summary>The number of pages migrated between NUMA nodes: <c>numa_pages_migrated</c>.</summary>
    [Key("numa_pages_migrated")] public long? NumaPagesMigrated { get; private set; }

    /// <summary>The preferred NUMA node; null for none: <c>numa_preferred_nid</c>.</summary>
    [Key("numa_preferred_nid", Parser = nameof(TryNode))] public int? NumaPreferredNode { get; private set; }

    /// <summary>All other keys, with their values as the kernel writes them.</summary>
    public partial IReadOnlyDictionary<string, string> Additional { get; }

    /// <summary>The reasons why properties are null, by property name.</summary>
    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    internal static View View => new(
        typeof(ProcessSched),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Policy), 10),
        new(nameof(Priority), 8),
        new(nameof(RunTime), 12),
        new(nameof(Switches), 9),
        new(nameof(VoluntarySwitches), 9) { Label = "Voluntary" },
        new(nameof(InvoluntarySwitches), 11) { Label = "Involuntary" },
        new(nameof(Migrations), 10),
        new(nameof(LoadAverage), 6) { Label = "Load" });

    /// <summary>The process or thread, on one line: <c>1234 sshd</c>, <c>1234/1240 sshd</c>.</summary>
    public override string ToString() => ObjectKey.OfThread(ProcessId, ThreadId == ProcessId ? null : ThreadId, ProcessName);
}
