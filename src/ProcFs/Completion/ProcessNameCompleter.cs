using System.Collections;
using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Process names and, without the parameter name, also their ids; the tooltip is the command line of the first.</summary>
public sealed class ProcessNameCompleter : ProcCompleter
{
    // A possible id is completed by the completer of -Id.
    private protected override bool IsOfAnother(string typed) => typed.All(char.IsAsciiDigit);

    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        ProcessSummary.ReadAll(root)
            .Where(process => typed.IsMatch(process.Name.AsSpan()))
            .DistinctBy(process => process.Name)
            .OrderBy(process => process.Name, StringComparer.OrdinalIgnoreCase)
            .Select(process => Result(process.Name, Credentials.MaskLine(process.CommandLine)));

    private protected override IEnumerable<CompletionResult> CompletePosition(ProcRoot root, Wildcard typed, IDictionary bound) =>
    [
        .. Complete(root, typed),
        .. ProcessSummary.ReadAll(root).Where(process => typed.IsMatch(process.Name.AsSpan())).Select(ProcessIdCompleter.ResultOf),
    ];
}
