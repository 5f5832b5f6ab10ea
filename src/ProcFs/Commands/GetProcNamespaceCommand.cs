using System.Management.Automation;
using ProcFs.Completion;
using ProcFs.Text;

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
        _types = Type is null ? null : [.. Type.SelectMany(TypesOf)];
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(ProcessFile.ReadRows<Namespace>(Selection, "ns", Summary, Stopped));

    private protected override void Write(object item)
    {
        if (_types is null || _types.Contains(((Namespace)item).Type))
        {
            WriteObject(item);
        }
    }

    private NamespaceType[] TypesOf(string pattern)
    {
        var wildcard = new Wildcard(pattern);
        NamespaceType[] matching = [.. Enum.GetValues<NamespaceType>().Where(type => wildcard.IsMatch($"{type}".AsSpan()))];
        if (matching.Length == 0 && wildcard.IsExact)
        {
            string known = string.Join(", ", Enum.GetNames<NamespaceType>());
            ThrowTerminatingError(ErrorRecords.BadArgument($"\"{DisplayText.Escape(pattern)}\" is no type of namespace. The types are: {known}.", pattern));
        }

        return matching;
    }
}
