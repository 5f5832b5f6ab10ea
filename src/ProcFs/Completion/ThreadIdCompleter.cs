using System.Globalization;
using System.Management.Automation;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs.Completion;

/// <summary>Ids of threads of the processes, by id or name.</summary>
public sealed class ThreadIdCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        ThreadInfo.Read(processes, new ReadSummary())
            .Select(outcome => outcome.Item)
            .OfType<ThreadInfo>()
            .Where(thread => typed.IsMatch(TextOf(thread).AsSpan()) || typed.IsMatch(thread.Name.AsSpan()))
            .Select(thread => new CompletionResult(
                TextOf(thread),
                $"{thread.ThreadId} {Display.Text(thread.Name)}",
                CompletionResultType.ParameterValue,
                $"{Display.Text(thread.Name)} of {thread.ProcessId} {Display.Text(thread.ProcessName)}"));

    private static string TextOf(ThreadInfo thread) => thread.ThreadId.ToString(CultureInfo.InvariantCulture);
}
