using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the mounts that this session sees.</summary>
[Cmdlet(VerbsCommon.Get, "KernelMount", HelpUri = HelpUris.Module)]
[OutputType(typeof(Mount))]
public sealed class GetKernelMountCommand : ProcCmdlet
{
    private MountQuery _query = null!;

    /// <summary>Only mounts at these mount points; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = MountQuery.TargetHelp)]
    [MountCompletions(nameof(Mount.Target))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Target { get; set; }

    /// <summary>Only mounts of these devices, server paths or other sources; wildcards are permitted.</summary>
    [Parameter(HelpMessage = MountQuery.SourceHelp)]
    [MountCompletions(nameof(Mount.Source))]
    [SupportsWildcards]
    [ValidateNotNull]
    public string[]? Source { get; set; }

    /// <summary>Only mounts of these file system types; wildcards are permitted.</summary>
    [Parameter(HelpMessage = MountQuery.TypeHelp)]
    [MountCompletions(nameof(Mount.Type))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new MountQuery(Target, Source, Type);
    }

    private protected override void Process() => WriteAll(_query.ReadOwn(ProcRoot, PipelineStopToken));

    private protected override void End() => WriteAll(_query.Unmatched);
}
