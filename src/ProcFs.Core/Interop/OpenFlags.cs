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

    /// <summary>For what may be no file, as in a capture that somebody else has made: a pipe does not hold up the opening, a terminal does not become that of this process.</summary>
    Reading = ReadOnly | NoTerminal | NonBlock,

    /// <summary>Leaves the time of the last access as it is; for the owner of the file and for root (CAP_FOWNER).</summary>
    KeepAccessTime = 0x40000,
    CloseOnExec = 0x80000,
    Path = 0x200000,
}
