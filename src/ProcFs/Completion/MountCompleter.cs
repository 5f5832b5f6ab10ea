using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>What completers of mounts share: each value once.</summary>
public abstract class MountCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        processes.Rows<Mount>()
            .Where(outcome => outcome.Item is not null)
            .Select(outcome => outcome.Item!)
            .Where(mount => ValueOf(mount).Length > 0 && typed.IsMatch(ValueOf(mount).AsSpan()))
            .DistinctBy(ValueOf)
            .OrderBy(ValueOf, StringComparer.Ordinal)
            .Select(mount => Result(ValueOf(mount), $"{mount.Source} {mount.Target} {mount.Type}"));

    private protected abstract string ValueOf(Mount mount);
}
