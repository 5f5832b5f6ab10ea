using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>What a user can do about "permission denied": the last sentence of such a message.</summary>
internal static class PermissionAdvice
{
    private const string EvenToRoot = "The kernel forbids it even to root.";

    /// <summary>For a path outside of /proc.</summary>
    public static string ForReading() => Libc.geteuid() == 0 ? EvenToRoot : ReadRule.Any.Advice;

    /// <summary>For a path under <paramref name="root"/>.</summary>
    public static string ForReading(ProcRoot root, string path) =>
        ForReading(Catalog.FindNearest(path)?.ReadRule ?? ReadRule.Any, Libc.geteuid() == 0, IsZombie(root, path));

    internal static string ForReading(ReadRule rule, bool isRoot, bool isZombie)
    {
        // To root, what is gone with the process's memory and folders is not there at all.
        if (isZombie && rule.EndsWithMemory)
        {
            return "The process has ended and is a zombie: nobody can read that of it any more.";
        }

        if (isRoot)
        {
            return rule.IsGuarded
                ? "The kernel forbids it even to root: a security module, a user namespace or kernel.yama.ptrace_scope protects the process."
                : EvenToRoot;
        }

        // The kernel gives the files of what has no memory to root.
        return isZombie ? "The process has ended and is a zombie: root alone may read what is left of it." : rule.Advice;
    }

    /// <summary>Why the kernel may have refused to write a path, and who could; null where the error says it all.</summary>
    public static string? ForWriting(string path, Errno error)
    {
        string? advice = Catalog.Find(path)?.WriteRule?.AdviceFor(error);
        return advice ?? (error is Errno.EACCES or Errno.EPERM
            ? Libc.geteuid() == 0 ? EvenToRoot : "Run as root to change it."
            : null);
    }

    private static bool IsZombie(ProcRoot root, string path)
    {
        string[] segments = path.Split('/');
        string task = segments is [var process, "task", var thread, ..] ? $"{process}/task/{thread}" : segments[0];
        var stat = new ReadBuffer();
        return char.IsAsciiDigit(task.FirstOrDefault())
            && stat.ReadFile(root.Handle, $"{task}/stat") == Errno.None
            && StatLine.TryParse(stat.Bytes, out StatLine line)
            && line.State is (byte)'Z' or (byte)'X';
    }
}
