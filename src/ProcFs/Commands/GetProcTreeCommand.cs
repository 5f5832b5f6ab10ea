using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets processes as a tree, each parent before its children.</summary>
[Cmdlet(VerbsCommon.Get, "ProcTree", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessTreeEntry))]
public sealed class GetProcTreeCommand : ProcessCmdlet
{
    private TreeQuery _query = null!;

    private protected override void Begin()
    {
        base.Begin();
        _query = new TreeQuery(ProcRoot);
    }

    private protected override void Process() => WriteAll(_query.Add(Selection, PipelineStopToken));

    private protected override void End()
    {
        WriteObject(_query.Read(Summary, PipelineStopToken), enumerateCollection: true);
        base.End();
    }
}
