namespace ProcFs;

/// <summary>The protection of mapped memory (mmap(2)).</summary>
[Flags]
public enum MappingProtection : long
{
    /// <summary>No access (PROT_NONE).</summary>
    None = 0,

    /// <summary>Readable (PROT_READ).</summary>
    Read = 1,

    /// <summary>Writable (PROT_WRITE).</summary>
    Write = 2,

    /// <summary>Executable (PROT_EXEC).</summary>
    Execute = 4,
}
