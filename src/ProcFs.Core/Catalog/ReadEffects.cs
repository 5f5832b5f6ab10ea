namespace ProcFs;

/// <summary>What reading a path costs, or does beyond reading.</summary>
[Flags]
public enum ReadEffects
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>It is read only when it is named, never in passing.</summary>
    OnRequest = 1,

    /// <summary>Reading waits for what is not there yet.</summary>
    Blocks = 2,

    /// <summary>What was read is gone, or something else changes.</summary>
    Consumes = 4,

    /// <summary>Reading holds up the process, or others that need the same lock of the kernel.</summary>
    Locks = 8,

    /// <summary>The content can hold secrets.</summary>
    Exposes = 16,

    /// <summary>The content is very long.</summary>
    Huge = 32,

    /// <summary>The kernel works long for it.</summary>
    Slow = 64,
}
