using System.Management.Automation;
using ProcFs.Binding;

namespace ProcFs.Commands;

/// <summary>Gets processes: what stat, status and cmdline tell of them, and on request more.</summary>
[Cmdlet(VerbsCommon.Get, "ProcProcess", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessInfo), typeof(ProcessDetail))]
public sealed class GetProcProcessCommand : ProcessCmdlet
{
    // The view of this name has a column for the thread.
    private const string WithThreads = "ProcFs.ProcessInfo#Threads";

    private RowFilter _users = RowFilter.None;

    /// <summary>Only the children of these processes.</summary>
    [Parameter(HelpMessage = "Only the children of the processes with these ids.")]
    [Alias("ParentProcessId")]
    [ArgumentCompleter(typeof(Completion.ProcessIdCompleter))]
    public int[]? Parent { get; set; }

    /// <summary>Only the processes of these users; wildcards are permitted.</summary>
    [Parameter(HelpMessage = "Only the processes of these users; wildcards are permitted.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? User { get; set; }

    /// <summary>Behind each process its threads.</summary>
    [Parameter(HelpMessage = "Gets behind each process its threads.")]
    public SwitchParameter IncludeThread { get; set; }

    /// <summary>Also the executable, the directories, the control group, the namespaces, the I/O and the number of descriptors.</summary>
    [Parameter(HelpMessage = "Gets also the executable, the directories, the control group, the namespaces, the I/O and the number of descriptors.")]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _users = new RowFilter(User, "No process belongs to a user named");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Detailed)
        {
            WriteAll(ProcessDetail.Read(Selection, Summary, IncludeThread, Stopped));
            return;
        }

        WriteAll(ProcessInfo.Read(Selection, Summary, IncludeThread, Stopped));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _users.ReportUnmatched(WriteError);
    }

    private static PSObject Tagged(ProcessInfo process)
    {
        var tagged = PSObject.AsPSObject(process);
        tagged.TypeNames.Insert(0, WithThreads);
        return tagged;
    }

    private protected override void Write(object item)
    {
        var process = (ProcessInfo)item;
        if ((Parent is null || Parent.Contains(process.ParentProcessId)) && _users.Accepts(process.User))
        {
            WriteObject(IncludeThread ? Tagged(process) : process);
        }
    }
}
