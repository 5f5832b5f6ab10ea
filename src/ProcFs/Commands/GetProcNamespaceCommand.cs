using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the namespaces of processes.</summary>
[Cmdlet(VerbsCommon.Get, "ProcNamespace", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(Namespace))]
public sealed class GetProcNamespaceCommand : ProcessCmdlet
{
    private NamespaceQuery _query = null!;

    /// <summary>Only namespaces of these types; wildcards are permitted.</summary>
    [Parameter(HelpMessage = NamespaceQuery.TypeHelp)]
    [ArgumentCompleter(typeof(NamespaceTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new NamespaceQuery(Type is null ? null : TypesOf<NamespaceType>(Type, "namespace"));
    }

    private protected override void Process() => WriteAll(_query.Read(Selection, Summary, PipelineStopToken));

    private protected override void End()
    {
        base.End();
        WriteAll(_query.Unmatched);
    }
}
