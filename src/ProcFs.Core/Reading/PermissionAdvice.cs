using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Advice for "permission denied": the last sentence of such a message.</summary>
internal static class PermissionAdvice
{
    private const string EvenToRoot = "The kernel denies it even to root.";

    /// <summary>For a path outside of /proc.</summary>
    public static string ForReading() => ForReading(ReadRule.Any, Caller.Current, isZombie: false, ptraceScope: null);

    /// <summary>For a path under <paramref name="root"/>.</summary>
    public static string ForReading(ProcRoot root, string path) => root.Capture is not null
        ? "The user who took the capture was not permitted to read it."
        : ForReading(Catalog.FindNearest(path)?.ReadRule ?? ReadRule.Any, Caller.Current, IsZombie(root, path), PtraceScope(root));

    /// <summary>The advice for a caller; <paramref name="ptraceScope"/> is the setting of Yama, and null for a kernel without it.</summary>
    internal static string ForReading(ReadRule rule, Caller caller, bool isZombie, int? ptraceScope)
    {
        // For root, data that is gone with the memory and directories of a process does not exist.
        if (isZombie && rule.EndsWithMemory)
        {
            return "The process is a zombie: this can no longer be read.";
        }

        // The kernel gives the files of a process without memory to root.
        string asUser = isZombie ? "The process is a zombie: only root can read what is left of it." : rule.Advice;
        return caller.Explain(rule.Capability ?? Caller.ReadAny, asUser, rule.IsGuarded ? Guarded(ptraceScope) : EvenToRoot);
    }

    // Scope 3 of Yama disables ptrace until reboot (Documentation/admin-guide/LSM/Yama.rst).
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

    /// <summary>The reason why the kernel may have rejected a write, and who is allowed to; null if the error is sufficient.</summary>
    public static string? ForWriting(string path, Errno error)
    {
        string? advice = Catalog.Find(path)?.WriteRule?.AdviceFor(error);
        return advice ?? (error is Errno.EACCES or Errno.EPERM
            ? ForWriting(Caller.Current)
            : null);
    }

    // The required capability depends on the parameter.
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
