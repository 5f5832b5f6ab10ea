using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets processes with the data of stat, status and cmdline, and optionally more.</summary>
[Cmdlet(VerbsCommon.Get, "ProcProcess", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessInfo), typeof(ProcessDetail))]
public sealed class GetProcProcessCommand : ProcessCmdlet
{
    // The view with this name has a thread column.
    private const string WithThreads = "ProcFs.ProcessInfo#Threads";

    private ProcessQuery _query = null!;

    /// <summary>Only children of these processes.</summary>
    [Parameter(HelpMessage = ProcessQuery.ParentHelp)]
    [Alias("ParentProcessId")]
    [Binding.ProcessIdTransformation]
    [ArgumentCompleter(typeof(Completion.ProcessIdCompleter))]
    public int[]? Parent { get; set; }

    /// <summary>Only processes of these users; wildcards are permitted.</summary>
    [Parameter(HelpMessage = ProcessQuery.UserHelp)]
    [ArgumentCompleter(typeof(Completion.UserCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? User { get; set; }

    /// <summary>Only processes whose command line contains this text; wildcards are permitted.</summary>
    [Parameter(HelpMessage = ProcessQuery.CommandLineHelp)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? CommandLine { get; set; }

    /// <summary>Only processes in these states.</summary>
    [Parameter(HelpMessage = ProcessQuery.StateHelp)]
    public ProcessState[]? State { get; set; }

    /// <summary>Includes the threads of each process.</summary>
    [Parameter(HelpMessage = ProcessQuery.ThreadHelp)]
    public SwitchParameter IncludeThread { get; set; }

    /// <summary>Includes the executable, directories, control group, namespaces, I/O and number of descriptors.</summary>
    [Parameter(HelpMessage = ProcessQuery.DetailedHelp)]
    public SwitchParameter Detailed { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _query = new ProcessQuery(Parent, User, IncludeThread, Detailed, CommandLine, State);
    }

    private protected override void Process() => WriteAll(_query.Read(Selection, Summary, PipelineStopToken));

    private protected override void End()
    {
        base.End();
        WriteAll(_query.Unmatched);
    }

    private static PSObject Tagged(object process)
    {
        var tagged = PSObject.AsPSObject(process);
        tagged.TypeNames.Insert(0, WithThreads);
        return tagged;
    }

    private protected override void Write(object item) => WriteObject(IncludeThread ? Tagged(item) : item);
}
