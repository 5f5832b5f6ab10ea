using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the status of processes: every field of <c>/proc/&lt;pid&gt;/status</c>, typed.</summary>
[Cmdlet(VerbsCommon.Get, "ProcStatus", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessStatus))]
public sealed class GetProcStatusCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(Selection.Read<ProcessStatus>(Summary, PipelineStopToken));
}
