using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Ids of processes; the tooltip is the command line.</summary>
public sealed class ProcessIdCompleter : ProcCompleter
{
    // -Name has the same position: a word without a parameter is an id only where it begins as one.
    private protected override bool IsMeant(CommandAst command, string parameterName, string typed) =>
        (typed.Length > 0 && typed.All(char.IsAsciiDigit))
        || command.CommandElements.OfType<CommandParameterAst>().Any(named => parameterName.StartsWith(named.ParameterName, StringComparison.OrdinalIgnoreCase)
            || named.ParameterName.Equals("ProcessId", StringComparison.OrdinalIgnoreCase) || named.ParameterName.Equals("Pid", StringComparison.OrdinalIgnoreCase));

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
