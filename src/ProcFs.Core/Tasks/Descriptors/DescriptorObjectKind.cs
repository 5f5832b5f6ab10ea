namespace ProcFs;

/// <summary>The kinds of <see cref="DescriptorObject"/>.</summary>
internal enum DescriptorObjectKind
{
    Pipe,
    Socket,
    EventFd,
    TerminalMaster,
    Terminal,
}
