using System.Globalization;
using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Process ids, found by the id or, after the parameter name, also by the name; the tooltip is the command line.</summary>
public sealed class ProcessIdCompleter : ProcCompleter
{
    // Names, and ids found by the name, come from the completer of -Name.
    private protected override bool IsOfAnother(string typed) => !typed.All(char.IsAsciiDigit);

    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed)
    {
        foreach (ProcessSummary process in ProcessSummary.ReadAll(root))
        {
            CompletionResult result = ResultOf(process);
            if (typed.IsMatch(result.CompletionText.AsSpan()) || typed.IsMatch(process.Name.AsSpan()))
            {
                yield return result;
            }
        }
    }

    internal static CompletionResult ResultOf(ProcessSummary process)
    {
        string id = process.ProcessId.ToString(CultureInfo.InvariantCulture);
        return Result(id, $"{id} {process.Name}", $"{Credentials.MaskLine(process.CommandLine)}");
    }
}
