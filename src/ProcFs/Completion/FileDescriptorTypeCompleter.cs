using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Types of file descriptors.</summary>
public sealed class FileDescriptorTypeCompleter : ProcCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcRoot root, Wildcard typed) =>
        Enum.GetNames<FileDescriptorType>()
            .Where(name => typed.IsMatch(name.AsSpan()))
            .Order(StringComparer.Ordinal)
            .Select(name => Result(name, name));
}
