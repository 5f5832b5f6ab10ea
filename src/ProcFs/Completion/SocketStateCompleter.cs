using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>States of sockets.</summary>
public sealed class SocketStateCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        Enum.GetNames<TcpState>().Where(name => typed.IsMatch(name.AsSpan())).Order(StringComparer.Ordinal).Select(name => Result(name, name));
}
