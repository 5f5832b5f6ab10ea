using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the memory use of processes: resident, proportional and unique set sizes, and swap.</summary>
[Cmdlet(VerbsCommon.Get, "ProcMemory", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessMemory))]
public sealed class GetProcMemoryCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(ProcessMemory.Read(Selection, Summary, PipelineStopToken));
}
