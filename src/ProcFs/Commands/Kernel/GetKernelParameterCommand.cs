using System.Management.Automation;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>Gets kernel parameters: the files of /proc/sys, by their names in sysctl.</summary>
[Cmdlet(VerbsCommon.Get, "KernelParameter", HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelParameter))]
public sealed class GetKernelParameterCommand : ProcCmdlet
{
    /// <summary>The names of the parameters; the name of a folder stands for all below it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = ParameterQuery.NameHelp)]
    [ArgumentCompleter(typeof(ParameterNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override void Process()
    {
        var query = new ParameterQuery(ProcRoot, Name);
        WriteAll(query.Read(PipelineStopToken));
        WriteAll(query.Unmatched);
        if (query.Warning is { } warning)
        {
            WriteWarning($"{warning}");
        }
    }
}
