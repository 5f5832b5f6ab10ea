using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of environment variables of processes.</summary>
public sealed class EnvironmentVariableCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        processes.Rows<EnvironmentVariable>()
            .Select(outcome => outcome.Item?.Name)
            .OfType<string>()
            .Where(name => name.Length > 0 && typed.IsMatch(name.AsSpan()))
            .Distinct()
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => Result(name, name));
}
