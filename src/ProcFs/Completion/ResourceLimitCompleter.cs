using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of resource limits: those of the kernel, and those of setrlimit(2) if one has been started.</summary>
public sealed class ResourceLimitCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed)
    {
        foreach ((string name, string resource) in ResourceName.All)
        {
            if (typed.IsMatch(name.AsSpan()))
            {
                yield return Result(name, resource);
            }
            else if (typed.IsMatch(resource.AsSpan()))
            {
                yield return Result(resource, name);
            }
        }
    }
}
