using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of the rows of a table of the machine.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed class KernelRowCompleter<T> : ProcCompleter
    where T : class, IRow<T>
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        new KernelQuery<T>(root, [typed.Pattern]).Read()
            .Select(outcome => outcome.Item)
            .OfType<T>()
            .DistinctBy(T.NameOf)
            .Select(row => Result(T.NameOf(row), $"{row}"));
}
