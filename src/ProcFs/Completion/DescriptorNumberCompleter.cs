using System.Globalization;
using System.Management.Automation;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs.Completion;

/// <summary>Numbers of descriptors that the processes have open; the tooltip is what they lead to.</summary>
public sealed class DescriptorNumberCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        new DescriptorQuery().Read(processes)
            .Select(outcome => outcome.Item)
            .OfType<FileDescriptor>()
            .Where(row => typed.IsMatch(TextOf(row).AsSpan()))
            .GroupBy(row => row.Number)
            .OrderBy(rows => rows.Key)
            .Select(rows => new CompletionResult(
                TextOf(rows.First()),
                $"{rows.Key} {Display.Target(rows.First().Target, rows.First().IsDeleted)}",
                CompletionResultType.ParameterValue,
                string.Join('\n', rows.Take(10).Select(row => $"{row.ProcessId} {Display.Text(row.ProcessName)}: {Display.Target(row.Target, row.IsDeleted)}"))));

    private static string TextOf(FileDescriptor row) => row.Number.ToString(CultureInfo.InvariantCulture);
}
