using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the resource limits of processes, and their current usage.</summary>
[Cmdlet(VerbsCommon.Get, "ProcLimit", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ResourceLimit))]
public sealed class GetProcLimitCommand : ProcessCmdlet
{
    private LimitQuery _query = null!;

    /// <summary>Only these limits, by the name in the file or in setrlimit(2); wildcards are permitted.</summary>
    [Parameter(HelpMessage = LimitQuery.LimitHelp)]
    [Alias("Resource")]
    [ArgumentCompleter(typeof(ResourceLimitCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Limit { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new LimitQuery(Limit);
    }

    private protected override void Process() => WriteAll(_query.Read(Selection, Summary, PipelineStopToken));

    private protected override void End()
    {
        base.End();
        WriteAll(_query.Unmatched);
    }
}
