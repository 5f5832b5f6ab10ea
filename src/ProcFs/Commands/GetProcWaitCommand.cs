using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets what the threads of processes wait for: state, wait channel, system call, kernel stack.</summary>
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
