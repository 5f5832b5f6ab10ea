using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the I/O statistics of processes: every field of <c>/proc/&lt;pid&gt;/io</c>.</summary>
[Cmdlet(VerbsCommon.Get, "ProcIO", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessIo))]
public sealed class GetProcIOCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(Selection.Read<ProcessIo>(Summary, PipelineStopToken));
}
