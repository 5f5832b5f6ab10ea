using System.Globalization;
using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Ids of threads of the processes, by id or name.</summary>
public sealed class ThreadIdCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        ThreadInfo.Read(processes, new ReadSummary())
            .Select(outcome => outcome.Item)
            .OfType<ThreadInfo>()
            .Where(thread => typed.IsMatch(TextOf(thread).AsSpan()) || typed.IsMatch(thread.Name.AsSpan()))
            .Select(thread => Result(TextOf(thread), $"{thread.ThreadId} {thread.Name}", $"{thread.Name} of {thread.ProcessId} {thread.ProcessName}"));

    private static string TextOf(ThreadInfo thread) => thread.ThreadId.ToString(CultureInfo.InvariantCulture);
}
