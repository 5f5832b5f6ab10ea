using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets processes in the order in which the OOM killer would choose them.</summary>
[Cmdlet(VerbsCommon.Get, "ProcOom", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(OomCandidate))]
public sealed class GetProcOomCommand : ProcessCmdlet
{
    // Each rank depends on all processes: pipeline input is read at its end.
    private readonly GatheredProcesses _processes = new();

    private protected override void Process() => _processes.Add(Selection);

    private protected override void End()
    {
        if (_processes.Selection is { } selection)
        {
            WriteAll(OomCandidate.Read(selection, Summary, PipelineStopToken));
        }

        base.End();
    }
}
