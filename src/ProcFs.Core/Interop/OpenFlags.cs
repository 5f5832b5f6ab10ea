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
    CloseOnExec = 0x80000,
    Path = 0x200000,
}
