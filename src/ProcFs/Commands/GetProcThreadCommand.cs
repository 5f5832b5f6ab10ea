using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the threads of processes.</summary>
[Cmdlet(VerbsCommon.Get, "ProcThread", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ThreadInfo))]
public sealed class GetProcThreadCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(ThreadInfo.Read(Selection, Summary, PipelineStopToken));
}
