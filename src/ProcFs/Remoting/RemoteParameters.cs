using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ProcFs.Remoting;

/// <summary>The parameters with which a cmdlet asks other machines; every cmdlet that gets, measures or watches has them.</summary>
public sealed class RemoteParameters
{
    internal const int DefaultTimeout = 30_000;

    /// <summary>Sessions on the machines to ask.</summary>
    [Parameter(HelpMessage = "Ask the machines of these sessions.")]
    [ValidateNotNullOrEmpty]
    public PSSession[]? Session { get; set; }

    /// <summary>The machines to ask over SSH.</summary>
    [Parameter(HelpMessage = "Ask these machines over SSH: host, user@host, or host:port.")]
    [ValidateNotNullOrEmpty]
    public string[]? HostName { get; set; }

    /// <summary>The user to log in as on the hosts.</summary>
    [Parameter(HelpMessage = "The user to log in as on the hosts.")]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    /// <summary>The file with the private key for the hosts.</summary>
    [Parameter(HelpMessage = "The file with the private key for the hosts.")]
    [Alias("IdentityFilePath")]
    [ValidateNotNullOrEmpty]
    public string? KeyFilePath { get; set; }

    /// <summary>The port of the SSH server on the hosts.</summary>
    [Parameter(HelpMessage = "The port of the SSH server on the hosts.")]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <summary>The number of machines that are asked at the same time.</summary>
    [Parameter(HelpMessage = "The number of machines that are asked at the same time.")]
    [ValidateRange(1, int.MaxValue)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>The milliseconds in which a machine must connect and answer before it is given up.</summary>
    [Parameter(HelpMessage = "The milliseconds in which a machine must answer before it is given up.")]
    [ValidateRange(1, int.MaxValue)]
    public int ConnectingTimeout { get; set; } = DefaultTimeout;

    /// <summary>Whether the hosts are asked with the command procfs even if they have PowerShell.</summary>
    [Parameter(HelpMessage = "Ask the hosts with the command procfs, even if they have PowerShell.")]
    public SwitchParameter Agentless { get; set; }

    /// <summary>Whether the module is removed from the machines to which it was brought.</summary>
    [Parameter(HelpMessage = "Remove the module from the machines to which it was brought.")]
    public SwitchParameter Clean { get; set; }

    /// <summary>The names of the parameters, which do not travel.</summary>
    internal static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        nameof(Session), nameof(HostName), nameof(UserName), nameof(KeyFilePath), nameof(Port), nameof(ThrottleLimit), nameof(ConnectingTimeout), nameof(Clean), nameof(Agentless),
    };

    /// <summary>Whether other machines are asked.</summary>
    internal bool IsUsed => Session is not null || HostName is not null;

    /// <summary>The hosts, in the order given.</summary>
    /// <param name="keyFile">The path of the key file in the file system; null for the keys of ssh.</param>
    /// <exception cref="ArgumentException">The parameters do not fit each other, or a host name is invalid.</exception>
    internal RemoteHost[] Hosts(string? keyFile)
    {
        if (Session is not null && HostName is not null)
        {
            throw new ArgumentException("-Session and -HostName cannot be combined.");
        }

        if (Session is not null && Agentless)
        {
            throw new ArgumentException("-Agentless needs -HostName: a session has PowerShell.");
        }

        return Session is not null
            ? [.. Session.DistinctBy(session => session.InstanceId).Select(session => new RemoteHost(session))]
            : [.. HostName!.Distinct(StringComparer.Ordinal).Select(name => new RemoteHost(HostAddress.Parse(name), this, keyFile))];
    }
}
