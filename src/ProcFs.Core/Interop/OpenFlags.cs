namespace ProcFs.Interop;

/// <summary>Flags of open(2) used here; O_CLOEXEC is always added.</summary>
[Flags]
internal enum OpenFlags
{
    ReadOnly = 0,
    WriteOnly = 0x1,
    Create = 0x40,
    Exclusive = 0x80,
    NoTerminal = 0x100,
    NonBlock = 0x800,

    /// <summary>
    /// For a path that may not be a file, as in a capture from somebody else: a pipe does not block, and a terminal does not become the controlling one.
    /// </summary>
    Reading = ReadOnly | NoTerminal | NonBlock,

    /// <summary>Does not update the access time; for the owner of the file and root (CAP_FOWNER).</summary>
    KeepAccessTime = 0x40000,
    CloseOnExec = 0x80000,
    Path = 0x200000,
}
