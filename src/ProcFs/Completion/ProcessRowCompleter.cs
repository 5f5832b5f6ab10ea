using System.Collections;
using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>The base of completers of rows: they read the processes that are already named on the line, or all.</summary>
public abstract class ProcessRowCompleter : ProcCompleter
{
    private protected sealed override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        Complete(root.Processes(), typed);

    private protected sealed override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed, IDictionary bound) =>
        Complete(SelectionOf(root, bound), typed);

    private protected abstract IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed);

    // A variable has no value yet: then all are looked at.
    private static ProcessSelection SelectionOf(ProcRoot root, IDictionary bound)
    {
        if (bound["Id"] is { } id && LanguagePrimitives.TryConvertTo(id, out int[] ids))
        {
            return root.Processes(ids);
        }

        return bound["Name"] is { } name && LanguagePrimitives.TryConvertTo(name, out string[] names)
            ? root.Processes(names)
            : root.Processes();
    }
}
