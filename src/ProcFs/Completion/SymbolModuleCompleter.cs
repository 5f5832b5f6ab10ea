using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of modules with symbols.</summary>
public sealed class SymbolModuleCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new SymbolQuery(root, modules: [typed.Pattern]).Read()
            .Select(outcome => outcome.Item?.Module)
            .OfType<string>()
            .Distinct()
            .Select(module => Result(module, module));
}
