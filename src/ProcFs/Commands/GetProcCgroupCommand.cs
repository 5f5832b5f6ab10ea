using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the control groups of processes, one object for each hierarchy.</summary>
[Cmdlet(VerbsCommon.Get, "ProcCgroup", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(CgroupMembership))]
public sealed class GetProcCgroupCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(Selection.Rows<CgroupMembership>(Summary, PipelineStopToken));
}
