using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of processes; the tooltip is the command line of the first.</summary>
public sealed class ProcessNameCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        ProcessSummary.ReadAll(root)
            .Where(process => typed.IsMatch(process.Name.AsSpan()))
            .DistinctBy(process => process.Name)
            .OrderBy(process => process.Name, StringComparer.OrdinalIgnoreCase)
            .Select(process => Result(process.Name, process.CommandLine));
}
