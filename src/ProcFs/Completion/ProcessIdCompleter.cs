using System.Globalization;
using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Ids of processes; the tooltip is the command line.</summary>
public sealed class ProcessIdCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed)
    {
        foreach (ProcessSummary process in ProcessSummary.ReadAll(root))
        {
            string id = process.ProcessId.ToString(CultureInfo.InvariantCulture);
            if (typed.IsMatch(id.AsSpan()) || typed.IsMatch(process.Name.AsSpan()))
            {
                string shown = $"{id} {process.Name}";
                yield return new CompletionResult(id, DisplayText.Escape(shown), CompletionResultType.ParameterValue, DisplayText.Escape(process.CommandLine));
            }
        }
    }
}
