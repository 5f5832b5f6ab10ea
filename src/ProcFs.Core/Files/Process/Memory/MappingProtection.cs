namespace ProcFs;

/// <summary>What may be done with mapped memory (mmap(2)).</summary>
[Flags]
public enum MappingProtection : long
{
    /// <summary>Nothing (PROT_NONE).</summary>
    None = 0,

    /// <summary>It may be read (PROT_READ).</summary>
    Read = 1,

    /// <summary>It may be written (PROT_WRITE).</summary>
    Write = 2,

    /// <summary>It may be executed (PROT_EXEC).</summary>
    Execute = 4,
}
