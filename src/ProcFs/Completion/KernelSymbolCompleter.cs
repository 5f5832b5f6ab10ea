using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of kernel symbols.</summary>
public sealed class KernelSymbolCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new SymbolQuery(root, names: [typed.Pattern]).Read()
            .Where(outcome => outcome.Item is not null)
            .Select(outcome => outcome.Item!)
            .DistinctBy(symbol => symbol.Name)
            .Select(symbol => Result(symbol.Name, symbol.Module is null ? $"{symbol.Type} {symbol.Name}" : $"{symbol.Type} {symbol.Name} [{symbol.Module}]"));
}
