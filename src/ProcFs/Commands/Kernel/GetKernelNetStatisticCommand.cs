using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets the counters of network protocols.</summary>
[Cmdlet(VerbsCommon.Get, "KernelNetStatistic", HelpUri = HelpUris.Module)]
[OutputType(typeof(NetworkStatistic))]
public sealed class GetKernelNetStatisticCommand : ProcCmdlet
{
    private NetworkStatisticQuery _query = null!;

    /// <summary>The names of the counters; wildcards are permitted.</summary>
    [Parameter(Position = 0, HelpMessage = NetworkStatisticQuery.NameHelp)]
    [ArgumentCompleter(typeof(NetworkStatisticCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Processes whose network namespaces are read.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = NetworkStatisticQuery.IdHelp)]
    [Alias("ProcessId", "Pid")]
    [ProcessIdTransformation]
    [ArgumentCompleter(typeof(ProcessIdCompleter))]
    [ValidateNotNull]
    public int[]? Id { get; set; }

    /// <summary>Includes counters that are zero.</summary>
    [Parameter(HelpMessage = NetworkStatisticQuery.AllHelp)]
    public SwitchParameter All { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new NetworkStatisticQuery(ProcRoot, Name, All);
    }

    private protected override void Process()
    {
        if (Id is null)
        {
            WriteObject(_query.Read(), enumerateCollection: true);
            return;
        }

        foreach (int id in Id)
        {
            Guard(() => WriteObject(_query.Read(id), enumerateCollection: true), id);
        }
    }

    private protected override void End() => WriteAll(_query.Unmatched);
}
