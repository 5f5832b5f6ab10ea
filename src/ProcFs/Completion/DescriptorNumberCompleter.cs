using System.Globalization;
using System.Management.Automation;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs.Completion;

/// <summary>Numbers of the processes' open descriptors; the tooltip is the target.</summary>
public sealed class DescriptorNumberCompleter : ProcessRowCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(ProcessSelection processes, Wildcard typed) =>
        new DescriptorQuery().Read(processes)
            .Select(outcome => outcome.Item)
            .OfType<FileDescriptor>()
            .Where(row => typed.IsMatch(TextOf(row).AsSpan()))
            .GroupBy(row => row.Number)
            .OrderBy(rows => rows.Key)
            .Select(rows => Result(
                TextOf(rows.First()),
                $"{rows.Key} {TargetOf(rows.First())}",
                SafeText.Lines(rows.Take(10).Select(row => (SafeText)$"{row.ProcessId} {row.ProcessName}: {TargetOf(row)}"))));

    private static string? TargetOf(FileDescriptor row) => Display.Target(row.Target, row.IsDeleted);

    private static string TextOf(FileDescriptor row) => row.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
