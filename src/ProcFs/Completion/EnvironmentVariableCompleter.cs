using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of environment variables that processes have.</summary>
public sealed class EnvironmentVariableCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        ProcessFile.ReadRows<EnvironmentVariable>(ProcessSelection.All(root), "environ", new ReadSummary())
            .Select(outcome => outcome.Item?.Name)
            .OfType<string>()
            .Where(name => name.Length > 0 && typed.IsMatch(name.AsSpan()))
            .Distinct()
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => Result(name, name));
}
