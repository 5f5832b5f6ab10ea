using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Types of namespaces; the tooltip describes them.</summary>
public sealed class NamespaceTypeCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        Enum.GetNames<NamespaceType>()
            .Where(name => typed.IsMatch(name.AsSpan()))
            .Order(StringComparer.Ordinal)
            .Select(name => Result(name, Catalog.Find($"0/ns/{name.ToLowerInvariant()}")?.Description ?? name));
}
