using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of Unix sockets: found by the path, or by the name of the file.</summary>
public sealed class UnixSocketCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new SocketQuery(root, new SocketFilter { Protocols = ["unix"], WithoutOwners = true }).Read()
            .Select(outcome => outcome.Item?.Name)
            .OfType<string>()
            .Where(name => typed.IsMatch(name.AsSpan()) || typed.IsMatch(name.AsSpan(name.LastIndexOf('/') + 1)))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => Result(name, name));
}
