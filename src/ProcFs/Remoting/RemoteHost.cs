using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ProcFs.Remoting;

/// <summary>A machine to ask: through a session of the caller, or a connection of its own that is closed afterwards.</summary>
internal sealed class RemoteHost : IDisposable
{
    // A machine that no longer answers is given up by ssh after three unanswered messages.
    private const int AliveInterval = 10;
    private const int AliveCount = 3;

    private static readonly TimeSpan s_longestClose = TimeSpan.FromSeconds(2);

    private readonly Runspace _runspace;
    private readonly bool _isOwn;
    private bool _isOpened;

    /// <summary>The machine of a session.</summary>
    public RemoteHost(PSSession session)
    {
        Name = session.ComputerName;
        Target = session;
        _runspace = session.Runspace;
    }

    /// <summary>A machine to connect to.</summary>
    public RemoteHost(HostAddress address, RemoteParameters parameters, string? keyFile)
    {
        Name = address.Text;
        Target = address.Text;
        _isOwn = true;
        SshWords = SshWordsOf(address, parameters, keyFile);
        var options = new Hashtable { ["ServerAliveInterval"] = AliveInterval, ["ServerAliveCountMax"] = AliveCount };
        if (parameters.HostName!.Length > 1)
        {
            // The questions of several connections for passwords would mix.
            options["BatchMode"] = "yes";
        }

        var connection = new SSHConnectionInfo(
            parameters.UserName ?? address.UserName,
            address.Name,
            keyFile,
            parameters.Port > 0 ? parameters.Port : address.Port ?? 0,
            subsystem: null,
            parameters.ConnectingTimeout,
            options);
        _runspace = RunspaceFactory.CreateRunspace(connection, host: null, TypeTable.LoadDefaultTypeFiles());
    }

    /// <summary>The name of the machine.</summary>
    public string Name { get; }

    /// <summary>What was named: the session or the host.</summary>
    public object Target { get; }

    /// <summary>The session on the machine, which is open after <see cref="Open"/>.</summary>
    public Runspace Runspace => _runspace;

    /// <summary>The words with which ssh runs a command there; empty for a session.</summary>
    public string[] SshWords { get; } = [];

    /// <summary>Connects.</summary>
    /// <exception cref="Exception">The connection failed.</exception>
    public async Task Open(CancellationToken cancellation)
    {
        if (!_isOwn)
        {
            return;
        }

        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _runspace.StateChanged += (_, change) =>
        {
            switch (change.RunspaceStateInfo.State)
            {
                case RunspaceState.Opened:
                    opened.TrySetResult();
                    break;
                case RunspaceState.Broken or RunspaceState.Closed:
                    opened.TrySetException(change.RunspaceStateInfo.Reason ?? new PSInvalidOperationException("The connection was closed."));
                    break;
            }
        };
        _isOpened = true;
        _runspace.OpenAsync();
        await opened.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private static string[] SshWordsOf(HostAddress address, RemoteParameters parameters, string? keyFile)
    {
        int? port = parameters.Port > 0 ? parameters.Port : address.Port;
        string? user = parameters.UserName ?? address.UserName;
        return
        [
            "-T",
            "-o", $"ServerAliveInterval={AliveInterval}",
            "-o", $"ServerAliveCountMax={AliveCount}",
            .. parameters.HostName!.Length > 1 ? ["-o", "BatchMode=yes"] : Array.Empty<string>(),
            .. port is { } number ? ["-p", $"{number}"] : Array.Empty<string>(),
            .. user is not null ? ["-l", user] : Array.Empty<string>(),
            .. keyFile is not null ? ["-i", keyFile] : Array.Empty<string>(),
            "--", address.Name,
        ];
    }

    /// <summary>Closes an own connection; one that hangs is left to end by itself.</summary>
    public void Dispose()
    {
        if (_isOpened)
        {
            Task.Run(_runspace.Dispose).Wait(s_longestClose);
        }
    }
}
