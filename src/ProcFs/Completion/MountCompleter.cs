using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>A value of the mounts, each once.</summary>
/// <param name="valueOf">The value of a mount to offer.</param>
internal sealed class MountCompleter(Func<Mount, string> valueOf) : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        processes.Rows<Mount>()
            .Where(outcome => outcome.Item is not null)
            .Select(outcome => outcome.Item!)
            .Where(mount => valueOf(mount).Length > 0 && typed.IsMatch(valueOf(mount).AsSpan()))
            .DistinctBy(valueOf)
            .OrderBy(valueOf, StringComparer.Ordinal)
            .Select(mount => Result(valueOf(mount), $"{mount.Source} {mount.Target} {mount.Type}"));
}
