using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of the counters of network protocols.</summary>
public sealed class NetworkStatisticCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new NetworkStatisticQuery(root, [typed.Pattern], includesZero: true).Read()
            .Where(statistic => typed.IsMatch(statistic.Name.AsSpan()))
            .Select(statistic => Result(statistic.Name, $"{statistic}"));
}
