using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Text;

namespace ProcFs.Commands;

/// <summary>Compares two captures of /proc, or a capture with the live machine.</summary>
[Cmdlet(VerbsData.Compare, "ProcSnapshot", HelpUri = HelpUris.Module)]
[OutputType(typeof(SnapshotDifference))]
public sealed class CompareProcSnapshotCommand : ProcCmdlet
{
    /// <summary>The first: a capture, or the name of a drive.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The first: a capture, or the name of a drive.")]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>The second: a capture, or the name of a drive; the default is -Root.</summary>
    [Parameter(Position = 1, HelpMessage = "The second: a capture, or the name of a drive; the default is the live machine.")]
    [ValidateNotNullOrEmpty]
    public string? Difference { get; set; }

    /// <summary>Only differences of these kinds.</summary>
    [Parameter(HelpMessage = SnapshotComparison.KindHelp)]
    [ValidateNotNullOrEmpty]
    public DifferenceKind[] Kind { get; set; } = Enum.GetValues<DifferenceKind>();

    /// <summary>Only processes with these names, and things of the machine with these keys; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only processes with these names, and mounts, sockets, modules, parameters and counters with these keys; wildcards are permitted.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Matches processes by name and command line rather than by id and start time.</summary>
    [Parameter(HelpMessage = "Matches processes by name and command line rather than by id and start time, as across a restart.")]
    public SwitchParameter MatchByName { get; set; }

    /// <summary>The least rate of a counter per second.</summary>
    [Parameter(HelpMessage = "The least rate of a counter per second.")]
    [ValidateRange(0, double.MaxValue)]
    public double Threshold { get; set; } = 1;

    private protected override void End()
    {
        var comparison = new SnapshotComparison(RootArgument.Resolve(SessionState, Reference), Difference is null ? ProcRoot : RootArgument.Resolve(SessionState, Difference))
        {
            Kinds = Kind,
            Names = Name?.Select(name => new Wildcard(name)).ToArray(),
            MatchesByName = MatchByName,
            Threshold = Threshold,
        };
        foreach (SnapshotDifference row in comparison.Read(PipelineStopToken))
        {
            WriteObject(row);
        }
    }
}
