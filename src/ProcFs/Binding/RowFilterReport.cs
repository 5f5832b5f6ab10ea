using System.Management.Automation;

namespace ProcFs.Binding;

/// <summary>What a filter on rows has not met, as PowerShell reports it.</summary>
internal static class RowFilterReport
{
    /// <summary>Reports each exact name that no row had.</summary>
    public static void ReportUnmatched(this RowFilter filter, Action<ErrorRecord> report)
    {
        foreach ((string name, string message) in filter.Unmatched)
        {
            report(ErrorRecords.NotFound(message, name));
        }
    }
}
