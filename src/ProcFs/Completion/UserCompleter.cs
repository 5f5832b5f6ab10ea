using System.Management.Automation;
using ProcFs.Text;

namespace ProcFs.Completion;

/// <summary>Users with running processes; the tooltip is the number of these.</summary>
public sealed class UserCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        new ProcessQuery().Read(processes)
            .Select(outcome => outcome.Item?.User)
            .OfType<string>()
            .Where(user => typed.IsMatch(user.AsSpan()))
            .GroupBy(user => user)
            .OrderBy(users => users.Key, StringComparer.Ordinal)
            .Select(users => Result(users.Key, $"{users.Key}: {users.Count()} {(users.Count() == 1 ? "process" : "processes")}"));
}
