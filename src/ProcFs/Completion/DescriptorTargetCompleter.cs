using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Targets of the processes' descriptors: found by the path, or by the name of the file.</summary>
public sealed class DescriptorTargetCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        new DescriptorQuery().Read(processes)
            .Select(outcome => outcome.Item?.Target)
            .OfType<string>()
            .Where(target => typed.IsMatch(target.AsSpan()) || typed.IsMatch(target.AsSpan(target.LastIndexOf('/') + 1)))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(target => Result(target, target));
}
