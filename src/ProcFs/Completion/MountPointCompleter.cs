using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>The mount points that PowerShell sees.</summary>
public sealed class MountPointCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        root.Processes([Environment.ProcessId]).Rows<Mount>()
            .Select(outcome => outcome.Item)
            .OfType<Mount>()
            .Where(mount => typed.IsMatch(mount.Target.AsSpan()))
            .DistinctBy(mount => mount.Target)
            .OrderBy(mount => mount.Target, StringComparer.Ordinal)
            .Select(mount => Result(mount.Target, $"{mount.Source} {mount.Target} {mount.Type}"));
}
