namespace ProcFs;

/// <summary>The permissions for reading a path, and the advice if it is denied. Sources: fs/proc/base.c, ptrace(2).</summary>
internal sealed class ReadRule
{
    private const string Default = "Run as root to see it.";
    private const string ForPtrace = "It needs root (CAP_SYS_PTRACE); even then, kernel.yama.ptrace_scope can forbid it.";

    private ReadRule()
    {
    }

    /// <summary>Only the mode of the file is known.</summary>
    public static ReadRule Any { get; } = new();

    /// <summary>Data that a process no longer has when it has ended, even for root.</summary>
    public static ReadRule OfLiving { get; } = new() { EndsWithMemory = true };

    /// <summary>Callers that can trace the process.</summary>
    public static ReadRule Trace { get; } = new() { Capability = "CAP_SYS_PTRACE", Advice = ForPtrace, IsGuarded = true };

    /// <summary>Callers that can trace the process, while it has memory.</summary>
    public static ReadRule TraceLiving { get; } = new() { Capability = "CAP_SYS_PTRACE", Advice = ForPtrace, IsGuarded = true, EndsWithMemory = true };

    /// <summary>Callers that can see the descriptors of the process.</summary>
    public static ReadRule Descriptors { get; } = new()
    {
        Capability = "CAP_SYS_PTRACE",
        Advice = "Reading the descriptors of another user's process needs root (CAP_SYS_PTRACE).",
        IsGuarded = true,
    };

    /// <summary>Callers that can open files through mappings.</summary>
    public static ReadRule MappedFiles { get; } = new()
    {
        Capability = "CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE",
        Advice = "Opening a file through a mapping needs root (CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE).",
    };

    /// <summary>Callers that can see kernel internals.</summary>
    public static ReadRule Administer { get; } = new() { Capability = "CAP_SYS_ADMIN", Advice = "It needs root (CAP_SYS_ADMIN)." };

    /// <summary>The capability with which others than the owner can read it; null if none is known.</summary>
    public string? Capability { get; private init; }

    /// <summary>The advice for a caller without access.</summary>
    public string Advice { get; private init; } = Default;

    /// <summary>Whether a security module, a user namespace or ptrace_scope can deny it even to root.</summary>
    public bool IsGuarded { get; private init; }

    /// <summary>Whether it is gone with the memory and directories of the process, which a zombie no longer has.</summary>
    public bool EndsWithMemory { get; private init; }
}
