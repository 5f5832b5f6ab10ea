namespace ProcFs.IO;

/// <summary>The kinds of events of the process connector, as the kernel numbers them (enum proc_cn_event).</summary>
internal enum ConnectorEventKind : uint
{
    /// <summary>The answer to a request.</summary>
    Answer = 0,

    Fork = 1,
    Exec = 2,
    UserIds = 4,
    GroupIds = 0x40,
    Name = 0x200,
    Exit = 0x8000_0000,
}
