using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the statistics of processes: every field of <c>/proc/&lt;pid&gt;/stat</c>, typed.</summary>
[Cmdlet(VerbsCommon.Get, "ProcStat", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessStat))]
public sealed class GetProcStatCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(Selection.Read<ProcessStat>(Summary, PipelineStopToken));
}
