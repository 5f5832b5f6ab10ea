using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the namespaces that processes live in.</summary>
[Cmdlet(VerbsCommon.Get, "ProcNamespace", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(Namespace))]
public sealed class GetProcNamespaceCommand : ProcessCmdlet
{
    private NamespaceType[]? _types;

    /// <summary>Only namespaces of these types; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only namespaces of these types: cgroup, ipc, mnt, net, pid, time, user, uts.")]
    [ArgumentCompleter(typeof(NamespaceTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _types = Type is null ? null : TypesOf<NamespaceType>(Type, "namespace");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(Selection.Rows<Namespace>(Summary, Stopped));

    private protected override void Write(object item)
    {
        if (_types is null || _types.Contains(((Namespace)item).Type))
        {
            WriteObject(item);
        }
    }
}
