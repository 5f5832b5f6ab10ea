using System.Management.Automation;

namespace ProcFs.Remoting;

/// <summary>Asks a host without PowerShell.</summary>
/// <param name="cmdlet">The name of the cmdlet.</param>
/// <param name="types">The types that it returns.</param>
/// <param name="program">Finds the command that is sent.</param>
/// <param name="timeout">The milliseconds in which the host must answer.</param>
internal sealed class AgentQuery(string cmdlet, IReadOnlyList<Type> types, Lazy<AgentProgram> program, int timeout)
{
    private const string Prefix = "procfs: ";
    private const string WarningPrefix = Prefix + "warning: ";
    private const string Hint = "Try 'procfs ";
    private const int FailureOfSsh = 255;

    /// <summary>Asks it, and passes on what it sends.</summary>
    public async Task Ask(RemoteHost host, RemoteCall call, Action<HostMessage> send, CancellationToken cancellation)
    {
        string[] words = AgentCommand.WordsOf(cmdlet, call.Parameters);
        IAsyncEnumerable<string> lines = new AgentProcess(program.Value).Run(host.SshWords, words, timeout, (status, errors) => Report(host, status, errors, send), cancellation);
        await foreach (string line in lines.ConfigureAwait(false))
        {
            send(new HostMessage(host) { Row = AgentRow.Parse(line, types) });
        }
    }

    private static void Report(RemoteHost host, int status, string[] lines, Action<HostMessage> send)
    {
        if (status == FailureOfSsh)
        {
            throw new RemoteException(lines.Length == 0 ? "ssh has ended." : string.Join(' ', lines));
        }

        ProcErrorKind kind = status switch
        {
            2 => ProcErrorKind.ValueRejected,
            3 => ProcErrorKind.AccessDenied,
            _ => ProcErrorKind.NotFound,
        };
        foreach (string line in lines.Where(line => !line.StartsWith(Hint, StringComparison.Ordinal)))
        {
            send(line.StartsWith(WarningPrefix, StringComparison.Ordinal)
                ? new HostMessage(host) { Warning = line[WarningPrefix.Length..] }
                : new HostMessage(host) { Error = ErrorRecords.Of(new ProcException(kind, "", $"{(line.StartsWith(Prefix, StringComparison.Ordinal) ? line[Prefix.Length..] : line)}"), host.Name) });
        }

        if (status != 0 && lines.Length == 0)
        {
            throw new RemoteException($"The command has ended with status {status}.");
        }
    }
}
