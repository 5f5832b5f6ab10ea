using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the memory mappings of processes.</summary>
[Cmdlet(VerbsCommon.Get, "ProcMap", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(MemoryMapping), typeof(MemoryMappingUsage))]
public sealed class GetProcMapCommand : ProcessCmdlet
{
    private MappingQuery _query = null!;

    /// <summary>Only mappings of these files; wildcards are permitted.</summary>
    [Parameter(HelpMessage = MappingQuery.TargetHelp)]
    [ArgumentCompleter(typeof(MappedPathCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Adds the memory use of each mapping. That takes longer, and can block the process meanwhile.</summary>
    [Parameter(HelpMessage = MappingQuery.DetailedHelp)]
    public SwitchParameter Detailed { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new MappingQuery(Path, Detailed);
    }

    private protected override void Process() => WriteAll(_query.Read(Selection, Summary, PipelineStopToken));

    private protected override void End()
    {
        base.End();
        WriteAll(_query.Unmatched);
    }
}
