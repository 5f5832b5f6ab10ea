namespace ProcFs;

/// <summary>The cost and effects of reading a path.</summary>
[Flags]
public enum ReadEffects
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It is read only if it is named, never implicitly.</summary>
    OnRequest = 1,

    /// <summary>Reading waits for new data.</summary>
    Blocks = 2,

    /// <summary>Reading consumes data, or changes something else.</summary>
    Consumes = 4,

    /// <summary>Reading blocks the process, or others that need the same kernel lock.</summary>
    Locks = 8,

    /// <summary>The content can include secrets.</summary>
    Exposes = 16,

    /// <summary>The content is very long.</summary>
    Huge = 32,

    /// <summary>Reading it takes the kernel long.</summary>
    Slow = 64,
}
