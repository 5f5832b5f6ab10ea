using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Ports of sockets, with their holders: listening ports first.</summary>
public sealed class SocketPortCompleter : ProcCompleter, IArgumentCompleter
{
    private bool _isRemote;

    /// <inheritdoc/>
    IEnumerable<CompletionResult> IArgumentCompleter.CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        _isRemote = parameterName == nameof(Commands.GetProcSocketCommand.RemotePort);
        return CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters);
    }

    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new SocketQuery(root, new SocketFilter { Protocols = ["tcp*", "udp*"] }).Read()
            .Select(outcome => outcome.Item)
            .OfType<SocketInfo>()
            .Where(socket => PortOf(socket) > 0)
            .OrderBy(socket => socket.State != TcpState.Listen)
            .ThenBy(PortOf)
            .DistinctBy(PortOf)
            .Select(socket => (Port: PortOf(socket).ToString(CultureInfo.InvariantCulture), Socket: socket))
            .Where(offer => typed.IsMatch(offer.Port.AsSpan()))
            .Select(offer => Result(offer.Port, $"{offer.Socket.Protocol} {offer.Socket.State} {offer.Socket.ProcessName}".TrimEnd()));

    private int PortOf(SocketInfo socket) => (_isRemote ? socket.RemotePort : socket.LocalPort) ?? 0;
}
