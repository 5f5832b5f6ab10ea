using System.Management.Automation;
using ProcFs.Binding;

namespace ProcFs.Commands;

/// <summary>Gets processes: what stat, status and cmdline tell of them.</summary>
[Cmdlet(VerbsCommon.Get, "ProcProcess", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ProcessInfo))]
public sealed class GetProcProcessCommand : ProcessCmdlet
{
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

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _users = new RowFilter(User, "No process belongs to a user named");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteAll(ProcessInfo.Read(Selection, Summary, Stopped));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _users.ReportUnmatched(WriteError);
    }

    private protected override void Write(object item)
    {
        var process = (ProcessInfo)item;
        if ((Parent is null || Parent.Contains(process.ParentProcessId)) && _users.Accepts(process.User))
        {
            WriteObject(process);
        }
    }
}
