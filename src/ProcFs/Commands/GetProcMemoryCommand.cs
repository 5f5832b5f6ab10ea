using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the memory that processes use: resident, shared in parts, their own, swapped out.</summary>
[Cmdlet(VerbsCommon.Get, "ProcMemory", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessMemory))]
public sealed class GetProcMemoryCommand : ProcessCmdlet
{
    private protected override void Process() => WriteAll(ProcessMemory.Read(Selection, Summary, PipelineStopToken));
}
