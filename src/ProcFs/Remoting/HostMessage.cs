using System.Management.Automation;

namespace ProcFs.Remoting;

/// <summary>What a machine sent, or why it did not: one of the values is set.</summary>
/// <param name="Host">The machine.</param>
internal sealed record HostMessage(RemoteHost Host)
{
    /// <summary>A row.</summary>
    public PSObject? Row { get; init; }

    /// <summary>An error of the cmdlet on the machine.</summary>
    public ErrorRecord? Error { get; init; }

    /// <summary>A warning.</summary>
    public string? Warning { get; init; }

    /// <summary>A verbose message.</summary>
    public string? Verbose { get; init; }

    /// <summary>Why the machine could not be asked, or did not finish.</summary>
    public Exception? Failure { get; init; }
}
