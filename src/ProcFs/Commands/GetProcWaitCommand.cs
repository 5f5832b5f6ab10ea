using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the states, wait channels, system calls and kernel stacks of threads.</summary>
[Cmdlet(VerbsCommon.Get, "ProcWait", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ThreadWait))]
public sealed class GetProcWaitCommand : ProcessCmdlet
{
    /// <summary>Only these threads.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = WaitQuery.ThreadHelp)]
    [ArgumentCompleter(typeof(Completion.ThreadIdCompleter))]
    public int[]? ThreadId { get; set; }

    private protected override void Process() => WriteAll(new WaitQuery(ThreadId).Read(Selection, Summary, PipelineStopToken));
}
