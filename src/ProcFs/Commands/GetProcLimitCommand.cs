using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the resource limits of processes, and what they use of them.</summary>
[Cmdlet(VerbsCommon.Get, "ProcLimit", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ResourceLimit))]
public sealed class GetProcLimitCommand : ProcessCmdlet
{
    private LimitQuery _query = null!;

    /// <summary>Only these limits, by the kernel's words or by the name of setrlimit(2); wildcards are permitted.</summary>
    [Parameter(HelpMessage = LimitQuery.LimitHelp)]
    [Alias("Resource")]
    [ArgumentCompleter(typeof(ResourceLimitCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Limit { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _query = new LimitQuery(Limit);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(_query.Read(Selection, Summary, PipelineStopToken));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        WriteAll(_query.Unmatched);
    }
}
