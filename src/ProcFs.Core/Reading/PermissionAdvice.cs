using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>What a user can do about "permission denied": the last sentence of such a message.</summary>
internal static class PermissionAdvice
{
    private const string EvenToRoot = "The kernel denies it even to root.";

    /// <summary>For a path outside of /proc.</summary>
    public static string ForReading() => ForReading(ReadRule.Any, Caller.Current, isZombie: false, ptraceScope: null);

    /// <summary>For a path under <paramref name="root"/>.</summary>
    public static string ForReading(ProcRoot root, string path) =>
        ForReading(Catalog.FindNearest(path)?.ReadRule ?? ReadRule.Any, Caller.Current, IsZombie(root, path), PtraceScope(root));

    /// <summary>What is said to a caller; <paramref name="ptraceScope"/> is that of Yama, and null for a kernel without it.</summary>
    internal static string ForReading(ReadRule rule, Caller caller, bool isZombie, int? ptraceScope)
    {
        // To root, what is gone with the process's memory and folders is not there at all.
        if (isZombie && rule.EndsWithMemory)
        {
            return "The process is a zombie, of which this can no longer be read.";
        }

        // The kernel gives the files of what has no memory to root.
        string asUser = isZombie ? "The process is a zombie: only root can read what is left of it." : rule.Advice;
        return caller.Explain(rule.Capability ?? Caller.ReadAny, asUser, rule.IsGuarded ? Guarded(ptraceScope) : EvenToRoot);
    }

    // Yama's scope 3 lets nobody trace, until the machine is started anew (Documentation/admin-guide/LSM/Yama.rst).
    private static string Guarded(int? ptraceScope) => ptraceScope switch
    {
        3 => "The kernel denies it even to root: kernel.yama.ptrace_scope is 3.",
        null => "The kernel denies it even to root: a security module protects the process.",
        _ => $"The kernel denies it even to root: a security module or kernel.yama.ptrace_scope, which is {ptraceScope}, protects the process.",
    };

    private static int? PtraceScope(ProcRoot root)
    {
        var file = new ReadBuffer(firstSize: 64);
        return file.ReadFile(root.Handle, "sys/kernel/yama/ptrace_scope") == Errno.None && Number.TryInt32(file.Bytes.TrimEnd("\n"u8), out int scope) ? scope : null;
    }

    /// <summary>Why the kernel may have refused to write a path, and who could; null where the error says it all.</summary>
    public static string? ForWriting(string path, Errno error)
    {
        string? advice = Catalog.Find(path)?.WriteRule?.AdviceFor(error);
        return advice ?? (error is Errno.EACCES or Errno.EPERM
            ? ForWriting(Caller.Current)
            : null);
    }

    // Which capability it takes differs from parameter to parameter.
    internal static string ForWriting(Caller caller) => caller switch
    {
        { IsRoot: false } => "Run as root to change it.",
        { IsInFirstNamespace: false } => "This process is root only in its own user namespace, which has no effect here.",
        _ when caller.Capabilities.ToString() != "all" => "This process is root, but lacks some capabilities.",
        _ => EvenToRoot,
    };

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
