using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>The encodings that Get-Content names.</summary>
public sealed class EncodingCompleter : ProcCompleter
{
    private static readonly string[] s_names = ["ascii", "bigendianunicode", "latin1", "unicode", "utf32", "utf8"];

    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        s_names.Where(name => typed.IsMatch(name.AsSpan())).Select(name => Result(name, name));
}
