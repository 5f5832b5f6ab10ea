using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Protocols of sockets.</summary>
public sealed class SocketProtocolCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        SocketQuery.Protocols.Where(name => typed.IsMatch(name.AsSpan())).Select(name => Result(name, name));
}
