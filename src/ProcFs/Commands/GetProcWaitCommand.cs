using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets what the threads of processes wait for: state, wait channel, system call, kernel stack.</summary>
[Cmdlet(VerbsCommon.Get, "ProcWait", DefaultParameterSetName = ById, HelpUri = HelpUris.Module)]
[OutputType(typeof(ThreadWait))]
public sealed class GetProcWaitCommand : ProcessCmdlet
{
    private readonly HashSet<int> _found = [];

    /// <summary>Only these threads.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true, HelpMessage = "Only the threads with these ids.")]
    public int[]? ThreadId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _found.Clear();
        WriteAll(ThreadWait.Read(Selection, ThreadId, Summary, Stopped));
        foreach (int threadId in Selection.IsAll && !Stopping ? ThreadId?.Except(_found) ?? [] : [])
        {
            WriteError(ErrorRecords.NotFound($"No process has a thread {threadId}.", threadId));
        }
    }

    private protected override void Write(object item)
    {
        _found.Add(((ThreadWait)item).ThreadId);
        WriteObject(item);
    }
}
