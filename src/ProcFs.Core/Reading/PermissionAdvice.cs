using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>What a user can do about "permission denied": the last sentence of such a message.</summary>
internal static class PermissionAdvice
{
    public static string For(string path) => For(path, Libc.geteuid() == 0, IsZombie(path));

    internal static string For(string path, bool isRoot, bool isZombie)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];

        // What these tell of is gone with the process's memory and folders: to root they are not there at all.
        if (isZombie && name is "environ" or "auxv" or "mem" or "pagemap" or "exe" or "cwd" or "root")
        {
            return "The process has ended and is a zombie: nobody can read that of it any more.";
        }

        if (isRoot)
        {
            return name is "mem" or "syscall" or "personality" or "pagemap" || path.Contains("/fd", StringComparison.Ordinal)
                ? "The kernel forbids it even to root: a security module, a user namespace or kernel.yama.ptrace_scope protects the process."
                : "The kernel forbids it even to root.";
        }

        // The kernel gives the files of what has no memory to root.
        if (isZombie)
        {
            return "The process has ended and is a zombie: root alone may read what is left of it.";
        }

        return name switch
        {
            "stack" => "It needs root (CAP_SYS_ADMIN).",
            "mem" or "syscall" or "personality" or "pagemap" =>
                "It needs root (CAP_SYS_PTRACE), and kernel.yama.ptrace_scope may forbid it even then.",
            _ when path.Contains("/fd", StringComparison.Ordinal) => "The descriptors of another user's process need root (CAP_SYS_PTRACE).",
            _ when path.Contains("/map_files/", StringComparison.Ordinal) =>
                "To open a file through a mapping needs root (CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE).",
            _ => "Run as root to see it.",
        };
    }

    private static bool IsZombie(string path)
    {
        string[] segments = path.Split('/');
        int process = Array.FindLastIndex(segments, segment => segment.Length > 0 && segment.All(char.IsAsciiDigit));
        var stat = new ReadBuffer();
        return process > 0
            && stat.ReadFile(null, $"{string.Join('/', segments[..(process + 1)])}/stat") == Errno.None
            && StatLine.TryParse(stat.Bytes, out StatLine line)
            && line.State is (byte)'Z' or (byte)'X';
    }
}
