namespace ProcFs;

/// <summary>The seals of a memory file, which forbid changes of it for good: fcntl(2), include/uapi/linux/fcntl.h.</summary>
[Flags]
public enum MemorySeals : long
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>No further seals can be set (F_SEAL_SEAL).</summary>
    Seal = 0x1,

    /// <summary>It cannot shrink (F_SEAL_SHRINK).</summary>
    Shrink = 0x2,

    /// <summary>It cannot grow (F_SEAL_GROW).</summary>
    Grow = 0x4,

    /// <summary>It cannot be written (F_SEAL_WRITE).</summary>
    Write = 0x8,

    /// <summary>It cannot be written except through mappings that exist already (F_SEAL_FUTURE_WRITE).</summary>
    FutureWrite = 0x10,

    /// <summary>Its execute permission cannot change (F_SEAL_EXEC).</summary>
    Execute = 0x20,
}
