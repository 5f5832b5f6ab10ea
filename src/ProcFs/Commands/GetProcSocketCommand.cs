using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets sockets of every network namespace, and the processes that hold them.</summary>
[Cmdlet(VerbsCommon.Get, "ProcSocket", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(SocketInfo))]
public sealed class GetProcSocketCommand : ProcessCmdlet
{
    // The owners of a socket are found by reading all processes, so pipeline input is collected and handled at the end.
    private readonly GatheredProcesses _processes = new();
    private SocketQuery _query = null!;

    /// <summary>Only sockets of these protocols; wildcards are permitted.</summary>
    [Parameter(HelpMessage = SocketQuery.ProtocolHelp)]
    [ArgumentCompleter(typeof(SocketProtocolCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Protocol { get; set; }

    /// <summary>Only sockets in these states; wildcards are permitted.</summary>
    [Parameter(HelpMessage = SocketQuery.StateHelp)]
    [ArgumentCompleter(typeof(SocketStateCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? State { get; set; }

    /// <summary>Only sockets with these local ports.</summary>
    [Parameter(HelpMessage = SocketQuery.LocalPortHelp)]
    [ArgumentCompleter(typeof(SocketPortCompleter))]
    [ValidateRange(0, 65535)]
    public int[]? LocalPort { get; set; }

    /// <summary>Only sockets with these remote ports.</summary>
    [Parameter(HelpMessage = SocketQuery.RemotePortHelp)]
    [ArgumentCompleter(typeof(SocketPortCompleter))]
    [ValidateRange(0, 65535)]
    public int[]? RemotePort { get; set; }

    /// <summary>Only sockets with these local addresses: addresses, prefixes or wildcards.</summary>
    [Parameter(HelpMessage = SocketQuery.LocalAddressHelp)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? LocalAddress { get; set; }

    /// <summary>Only sockets with these remote addresses: addresses, prefixes or wildcards.</summary>
    [Parameter(HelpMessage = SocketQuery.RemoteAddressHelp)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? RemoteAddress { get; set; }

    /// <summary>Only Unix sockets with these paths or names; wildcards are permitted.</summary>
    [Parameter(HelpMessage = SocketQuery.UnixHelp)]
    [ArgumentCompleter(typeof(UnixSocketCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Unix { get; set; }

    /// <summary>Does not find the processes that hold the sockets.</summary>
    [Parameter(ParameterSetName = ById, HelpMessage = SocketQuery.NoOwnerHelp)]
    public SwitchParameter NoOwner { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (NoOwner && Id is not null)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"-NoOwner leaves unread what -Id selects by.", Id));
        }

        try
        {
            _query = new SocketQuery(ProcRoot, new SocketFilter
            {
                Protocols = Protocol,
                States = State is null ? null : TypesOf<TcpState>(State, "socket state"),
                LocalPorts = LocalPort,
                RemotePorts = RemotePort,
                LocalAddresses = LocalAddress,
                RemoteAddresses = RemoteAddress,
                UnixNames = Unix,
                WithoutOwners = NoOwner,
            });
        }
        catch (ArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument($"{error.Message}", this));
        }
    }

    private protected override void Process() => _processes.Add(Selection);

    private protected override void End()
    {
        if (_processes.Selection is { } selection)
        {
            WriteAll(_query.Read(selection, PipelineStopToken));
        }

        if (_query.Warning is { } warning)
        {
            WriteWarning($"{warning}");
        }

        WriteAll(_query.Unmatched);
    }
}
