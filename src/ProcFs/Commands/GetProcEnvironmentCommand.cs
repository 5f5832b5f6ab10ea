using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the environment variables of processes, in order.</summary>
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

    private protected override void Begin()
    {
        base.Begin();
        _query = new EnvironmentQuery(Variable);
    }

    private protected override void Process() => WriteAll(_query.Read(Selection, Summary, PipelineStopToken));

    private protected override void End()
    {
        base.End();
        WriteAll(_query.Unmatched);
    }
}
