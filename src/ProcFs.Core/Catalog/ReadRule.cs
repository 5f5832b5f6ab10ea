namespace ProcFs;

/// <summary>Who may read a path, and what those are told who may not. Sources: fs/proc/base.c, ptrace(2).</summary>
internal sealed class ReadRule
{
    private const string Default = "Run as root to see it.";
    private const string ForPtrace = "It needs root (CAP_SYS_PTRACE); even then, kernel.yama.ptrace_scope can forbid it.";

    private ReadRule()
    {
    }

    /// <summary>Nothing beyond the mode of the file is known.</summary>
    public static ReadRule Any { get; } = new();

    /// <summary>What a process has no more when it has ended, even for root.</summary>
    public static ReadRule OfLiving { get; } = new() { EndsWithMemory = true };

    /// <summary>Who may trace the process.</summary>
    public static ReadRule Trace { get; } = new() { Capability = "CAP_SYS_PTRACE", Advice = ForPtrace, IsGuarded = true };

    /// <summary>Who may trace the process, while it has memory.</summary>
    public static ReadRule TraceLiving { get; } = new() { Capability = "CAP_SYS_PTRACE", Advice = ForPtrace, IsGuarded = true, EndsWithMemory = true };

    /// <summary>Who may see the descriptors of the process.</summary>
    public static ReadRule Descriptors { get; } = new()
    {
        Capability = "CAP_SYS_PTRACE",
        Advice = "Reading the descriptors of another user's process needs root (CAP_SYS_PTRACE).",
        IsGuarded = true,
    };

    /// <summary>Who may open files through mappings.</summary>
    public static ReadRule MappedFiles { get; } = new()
    {
        Capability = "CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE",
        Advice = "Opening a file through a mapping needs root (CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE).",
    };

    /// <summary>Who may see what the kernel does.</summary>
    public static ReadRule Administer { get; } = new() { Capability = "CAP_SYS_ADMIN", Advice = "It needs root (CAP_SYS_ADMIN)." };

    /// <summary>The capability that lets others than the owner read it; null where none is known.</summary>
    public string? Capability { get; private init; }

    /// <summary>What a user is told who may not read it.</summary>
    public string Advice { get; private init; } = Default;

    /// <summary>Whether a security module, a user namespace or ptrace_scope keeps it even from root.</summary>
    public bool IsGuarded { get; private init; }

    /// <summary>Whether it is gone with the memory and the folders of the process, which a zombie has no more.</summary>
    public bool EndsWithMemory { get; private init; }
}
