using ProcFs.Interop;

namespace ProcFs;

/// <summary>
/// The permissions for writing a path, and the advice if the kernel rejects it. Sources: fs/proc/base.c, kernel/sched/autogroup.c, kernel/user_namespace.c,
/// kernel/time/namespace.c.
/// </summary>
internal sealed class WriteRule
{
    private const string WrittenOnce = "It can be written once, by the creator of the namespace or with privilege over it.";

    private WriteRule()
    {
    }

    public static WriteRule OomScoreAdj { get; } = new()
    {
        Capability = "CAP_SYS_RESOURCE",
        Denied = "The owner of a process can raise it, and lower it again; lowering it further needs CAP_SYS_RESOURCE.",
        Invalid = "The value must be from -1000 to 1000.",
    };

    public static WriteRule OomAdj { get; } = new()
    {
        Capability = "CAP_SYS_RESOURCE",
        Denied = "The owner of a process can raise it; lowering it needs CAP_SYS_RESOURCE.",
        Invalid = "The value must be from -17 to 15.",
    };

    public static WriteRule TimerSlack { get; } = new() { Capability = "CAP_SYS_NICE", Denied = "Setting it for another thread needs CAP_SYS_NICE." };

    public static WriteRule Autogroup { get; } = new()
    {
        Capability = "CAP_SYS_NICE",
        Denied = "The owner of a process can raise it; lowering it needs CAP_SYS_NICE.",
        Invalid = "The value must be from -20 to 19.",
        Again = "Except for root, the kernel accepts one change per tenth of a second.",
    };

    public static WriteRule LoginUid { get; } = new()
    {
        Capability = "CAP_AUDIT_CONTROL",
        Denied = "A thread can only set its own (thread-self), and needs CAP_AUDIT_CONTROL if one is already set.",
    };

    public static WriteRule UserIds { get; } = new() { Capability = "CAP_SETUID", Denied = WrittenOnce };

    public static WriteRule GroupIds { get; } = new() { Capability = "CAP_SETGID", Denied = WrittenOnce };

    public static WriteRule ProjectIds { get; } = new() { Denied = WrittenOnce };

    public static WriteRule SetGroups { get; } = new() { Denied = "It can only be changed to deny, before gid_map is written." };

    public static WriteRule ClockOffsets { get; } = new()
    {
        Capability = "CAP_SYS_TIME",
        Denied = "Setting them needs CAP_SYS_TIME, and is possible only before a process is in the namespace.",
    };

    public static WriteRule OwnThreads { get; } = new() { Invalid = "A process can only name its own threads." };

    public static WriteRule Label { get; } = new()
    {
        Denied = "A thread can only set its own labels (thread-self), as its security module allows.",
        Invalid = "No security module of this machine accepts it.",
    };

    /// <summary>The capability with which others than the owner can write it, or the owner beyond its own limits; null if there is none.</summary>
    public string? Capability { get; private init; }

    private string? Denied { get; init; }

    private string? Invalid { get; init; }

    private string? Again { get; init; }

    /// <summary>The advice for the error; null if there is nothing to add to the error itself.</summary>
    public string? AdviceFor(Errno error) => error switch
    {
        Errno.EACCES or Errno.EPERM => Denied,
        Errno.EINVAL => Invalid,
        Errno.EAGAIN => Again,
        _ => null,
    };
}
