using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of the modules that have symbols.</summary>
public sealed class SymbolModuleCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        KernelSymbol.Read(root, new KernelSymbolFilter { Modules = [typed] })
            .Select(outcome => outcome.Item?.Module)
            .OfType<string>()
            .Distinct()
            .Select(module => Result(module, module));
}
