using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets processes in the order in which the OOM killer would take them.</summary>
[Cmdlet(VerbsCommon.Get, "ProcOom", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(OomCandidate))]
public sealed class GetProcOomCommand : ProcessCmdlet
{
    // The place of each depends on all the others: what the pipeline brings is read when it ends.
    private readonly List<int> _ids = [];
    private readonly HashSet<int> _known = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _ids.AddRange((Id ?? []).Where(_known.Add));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // Ids that were to come through the pipeline, and did not, are none and not all.
        if (Id is not null || !MyInvocation.ExpectingInput)
        {
            WriteAll(OomCandidate.Read(Id is null ? Selection : ProcRoot.Processes(_ids), Summary, Stopped));
        }

        base.EndProcessing();
    }
}
