using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the environment of processes, in its order and with all its entries.</summary>
[Cmdlet(VerbsCommon.Get, "ProcEnvironment", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(EnvironmentVariable))]
public sealed class GetProcEnvironmentCommand : ProcessCmdlet
{
    private EnvironmentQuery _query = null!;

    /// <summary>Only variables with these names; wildcards are permitted.</summary>
    [Parameter(HelpMessage = EnvironmentQuery.VariableHelp)]
    [ArgumentCompleter(typeof(EnvironmentVariableCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Variable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _query = new EnvironmentQuery(Variable);
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
