using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Files mapped by processes, and names such as <c>[heap]</c>.</summary>
public sealed class MappedPathCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        new MappingQuery().Read(processes)
            .Select(outcome => outcome.Item?.Target)
            .OfType<string>()
            .Where(path => typed.IsMatch(path.AsSpan()) || typed.IsMatch(path.AsSpan(path.LastIndexOf('/') + 1)))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(path => Result(path, path));
}
