using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Names of resource limits: the kernel's words, and those of setrlimit(2) for who starts to type one.</summary>
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
