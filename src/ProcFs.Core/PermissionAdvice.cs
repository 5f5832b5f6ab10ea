using ProcFs.Interop;

namespace ProcFs;

/// <summary>What a user can do about "permission denied": the last sentence of such a message.</summary>
internal static class PermissionAdvice
{
    public static string ForWriting() => Libc.geteuid() == 0
        ? "The kernel forbids it even to root."
        : "Run as root to change it.";

    public static string For(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        if (name is "mem" or "syscall" or "stack" or "personality" or "pagemap")
        {
            return "It needs root (CAP_SYS_PTRACE), and kernel.yama.ptrace_scope may forbid it even then.";
        }

        if (path.Contains("/fd", StringComparison.Ordinal))
        {
            return Libc.geteuid() == 0
                ? "The kernel forbids it even to root: a security module or a user namespace protects the process."
                : "The descriptors of another user's process need root (CAP_SYS_PTRACE).";
        }

        return Libc.geteuid() == 0
            ? "The kernel forbids it even to root."
            : "Run as root to see it.";
    }
}
