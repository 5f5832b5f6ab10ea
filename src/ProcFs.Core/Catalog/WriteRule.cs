using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// Who may write a path, and what those are told whom the kernel refuses. Sources: fs/proc/base.c, kernel/sched/autogroup.c, kernel/user_namespace.c,
/// kernel/time/namespace.c.
/// </summary>
internal sealed class WriteRule
{
    private const string WrittenOnce = "It is written once, for a namespace of the writer's own making or with privilege over it.";

    private WriteRule()
    {
    }

    public static WriteRule OomScoreAdj { get; } = new()
    {
        Capability = "CAP_SYS_RESOURCE",
        Denied = "The owner of a process may raise it, and lower it again; to lower it further needs CAP_SYS_RESOURCE.",
        Invalid = "It takes a number from -1000 to 1000.",
    };

    public static WriteRule OomAdj { get; } = new()
    {
        Capability = "CAP_SYS_RESOURCE",
        Denied = "The owner of a process may raise it; to lower it needs CAP_SYS_RESOURCE.",
        Invalid = "It takes a number from -17 to 15.",
    };

    public static WriteRule TimerSlack { get; } = new() { Capability = "CAP_SYS_NICE", Denied = "But for the thread that writes, it needs CAP_SYS_NICE." };

    public static WriteRule Autogroup { get; } = new()
    {
        Capability = "CAP_SYS_NICE",
        Denied = "The owner of a process may raise it; to lower it needs CAP_SYS_NICE.",
        Invalid = "It takes a number from -20 to 19.",
        Again = "But for root, the kernel takes one change in a tenth of a second.",
    };

    public static WriteRule LoginUid { get; } = new()
    {
        Capability = "CAP_AUDIT_CONTROL",
        Denied = "A thread sets its own (thread-self), and where one is set already it needs CAP_AUDIT_CONTROL.",
    };

    public static WriteRule UserIds { get; } = new() { Capability = "CAP_SETUID", Denied = WrittenOnce };

    public static WriteRule GroupIds { get; } = new() { Capability = "CAP_SETGID", Denied = WrittenOnce };

    public static WriteRule ProjectIds { get; } = new() { Denied = WrittenOnce };

    public static WriteRule SetGroups { get; } = new() { Denied = "It can only be denied, and before gid_map is written." };

    public static WriteRule ClockOffsets { get; } = new()
    {
        Capability = "CAP_SYS_TIME",
        Denied = "They are set with CAP_SYS_TIME, before a process is in the namespace.",
    };

    public static WriteRule OwnThreads { get; } = new() { Invalid = "A process names its own threads, and no other can." };

    public static WriteRule Label { get; } = new()
    {
        Denied = "A thread sets its own labels alone (thread-self), as its security module allows.",
        Invalid = "No security module of this machine takes it.",
    };

    /// <summary>The capability that lets others than the owner write it, or the owner beyond his own bounds; null where none does.</summary>
    public string? Capability { get; private init; }

    private string? Denied { get; init; }

    private string? Invalid { get; init; }

    private string? Again { get; init; }

    /// <summary>What is said of the error; null where nothing beyond the error's own words is known.</summary>
    public string? AdviceFor(Errno error) => error switch
    {
        Errno.EACCES or Errno.EPERM => Denied,
        Errno.EINVAL => Invalid,
        Errno.EAGAIN => Again,
        _ => null,
    };
}
