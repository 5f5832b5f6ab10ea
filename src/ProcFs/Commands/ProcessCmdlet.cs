using System.Management.Automation;
using ProcFs.Binding;
using ProcFs.Completion;

namespace ProcFs.Commands;

/// <summary>The base of the cmdlets for processes: the selection of processes.</summary>
public abstract class ProcessCmdlet : ProcCmdlet
{
    private protected const string ById = "Id";
    private protected const string ByName = "Name";

    /// <summary>The processes with these ids.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = ProcessQuery.IdHelp)]
    [Alias("ProcessId", "Pid")]
    [ProcessIdTransformation]
    [ArgumentCompleter(typeof(ProcessIdCompleter))]
    [ValidateNotNull]
    public int[]? Id { get; set; }

    /// <summary>The processes with these names; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, Mandatory = true, ValueFromPipeline = true, HelpMessage = ProcessQuery.NameHelp)]
    [Alias("ProcessName")]
    [ProcessNameTransformation]
    [ArgumentCompleter(typeof(ProcessNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();

    private protected ReadSummary Summary { get; } = new();

    private protected ProcessSelection Selection => (Id, Name) switch
    {
        ({ } ids, _) => ProcRoot.Processes(ids),
        (_, { } names) => ProcRoot.Processes(names),
        _ => ProcRoot.Processes(),
    };

    private protected override void End()
    {
        foreach (string warning in Summary.WarningsOf(ProcRoot))
        {
            WriteWarning($"{warning}");
        }

        if (Summary.Total > 0)
        {
            WriteVerbose($"{Summary.Total} {(Summary.Total == 1 ? "process was" : "processes were")} read in {Views.Display.Duration(_watch.Elapsed)}.");
        }

        if (Summary.Remark is { } remark)
        {
            WriteVerbose($"{remark}");
        }
    }
}
