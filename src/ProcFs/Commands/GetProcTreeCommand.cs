using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets processes as a tree: each parent before its children.</summary>
[Cmdlet(VerbsCommon.Get, "ProcTree", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessTreeEntry))]
public sealed class GetProcTreeCommand : ProcessCmdlet
{
    private readonly HashSet<(int Id, DateTimeOffset? Start)> _tops = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Selection.IsAll)
        {
            WriteAll(ProcessInfo.Read(Selection, Summary, cancellation: Stopped));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        bool isAll = Selection.IsAll;
        if (!isAll && _tops.Count == 0)
        {
            return;
        }

        var processes = new List<ProcessInfo>();
        foreach (Outcome<ProcessInfo> outcome in ProcessInfo.Read(ProcRoot.Processes(), Summary, cancellation: Stopped))
        {
            if (outcome.Item is { } process)
            {
                processes.Add(process);
            }
        }

        foreach (ProcessTreeEntry entry in ProcessTree.Order(processes, isAll ? null : process => _tops.Contains(IdentityOf(process))))
        {
            WriteObject(entry);
        }

        base.EndProcessing();
    }

    private protected override void Write(object item) => _tops.Add(IdentityOf((ProcessInfo)item));

    // Between two readings an id may be given away.
    private static (int Id, DateTimeOffset? Start) IdentityOf(ProcessInfo process) => (process.ProcessId, process.StartTime);
}
