using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>The encodings of Get-Content.</summary>
public sealed class EncodingCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        EncodingArgument.Names.Where(name => typed.IsMatch(name.AsSpan())).Select(name => Result(name, name));
}
