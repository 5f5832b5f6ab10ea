using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of kernel parameters, with their current values.</summary>
public sealed class ParameterNameCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new ParameterQuery(root, [typed.Pattern]).Read()
            .Select(outcome => outcome.Item)
            .OfType<KernelParameter>()
            .Select(parameter => Result(parameter.Name, parameter.Description is { } description ? $"{parameter}: {description}" : $"{parameter}"));
}
