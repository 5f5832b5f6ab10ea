using System.Management.Automation;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs.Completion;

/// <summary>Address ranges mapped by the processes: found by the range, or by the target.</summary>
public sealed class RangeCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        new MappingQuery().Read(processes)
            .Select(outcome => outcome.Item)
            .OfType<MemoryMapping>()
            .Where(row => typed.IsMatch(row.Range.AsSpan()) || typed.IsMatch(row.Target.AsSpan()))
            .Select(row => Result(row.Range, $"{row.Range} {row.Target}", $"{$"{row.Target} {Display.Size(row.Size)}".Trim()}"));
}
