using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets processes as a tree: each parent before its children.</summary>
[Cmdlet(VerbsCommon.Get, "ProcTree", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessTreeEntry))]
public sealed class GetProcTreeCommand : ProcessCmdlet
{
    private TreeQuery _query = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _query = new TreeQuery(ProcRoot);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(() => WriteAll(_query.Add(Selection, PipelineStopToken)));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guard(() => WriteObject(_query.Read(Summary, PipelineStopToken), enumerateCollection: true));
        base.EndProcessing();
    }
}
