using ProcFs.Interop;

namespace ProcFs;

/// <summary>Why the kernel may have refused to write a file, and who could: the middle of such a message.</summary>
internal static class WritingAdvice
{
    /// <summary>A sentence with a space in front; empty where the error says it all.</summary>
    public static string For(string path, Errno error)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        string? advice = error switch
        {
            Errno.EACCES or Errno.EPERM => ForDenied(path, name) ?? Anyone(),
            Errno.EINVAL when name == "comm" => "A process names its own threads, and no other can.",
            Errno.EINVAL when IsLabel(path) => "No security module of this machine takes it.",
            Errno.EAGAIN when name == "autogroup" => "But for root, the kernel takes one change in a tenth of a second.",
            _ => null,
        };
        return advice is null ? "" : $" {advice}";
    }

    private static string Anyone() => Libc.geteuid() == 0 ? "The kernel forbids it even to root." : "Run as root to change it.";

    // Sources: fs/proc/base.c, kernel/sched/autogroup.c, kernel/user_namespace.c, kernel/time/namespace.c.
    private static string? ForDenied(string path, string name) => name switch
    {
        "oom_score_adj" => "The owner of a process may raise it, and lower it again; to lower it further needs CAP_SYS_RESOURCE.",
        "oom_adj" => "The owner of a process may raise it; to lower it needs CAP_SYS_RESOURCE.",
        "timerslack_ns" => "But for the thread that writes, it needs CAP_SYS_NICE.",
        "autogroup" => "The owner of a process may raise it; to lower it needs CAP_SYS_NICE.",
        "loginuid" => "A thread sets its own (thread-self), and where one is set already it needs CAP_AUDIT_CONTROL.",
        "uid_map" or "gid_map" or "projid_map" => "It is written once, for a namespace of the writer's own making or with privilege over it.",
        "setgroups" => "It can only be denied, and before gid_map is written.",
        "timens_offsets" => "They are set with CAP_SYS_TIME, before a process is in the namespace.",
        _ when IsLabel(path) => "A thread sets its own labels alone (thread-self), as its security module allows.",
        _ => null,
    };

    private static bool IsLabel(string path) => path.Contains("/attr/", StringComparison.Ordinal);
}
