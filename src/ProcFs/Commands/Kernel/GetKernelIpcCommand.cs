using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the System V IPC objects: shared memory, message queues and semaphores.</summary>
[Cmdlet(VerbsCommon.Get, "KernelIpc", HelpUri = HelpUris.Module)]
[OutputType(typeof(IpcObject))]
public sealed class GetKernelIpcCommand : ProcCmdlet
{
    /// <summary>The types: SharedMemory, MessageQueue or Semaphore.</summary>
    [Parameter(Position = 0, HelpMessage = "The types: SharedMemory, MessageQueue or Semaphore.")]
    [ValidateNotNullOrEmpty]
    public IpcType[]? Type { get; set; }

    private protected override void Process() => WriteAll(IpcObject.Read(ProcRoot, Type, PipelineStopToken));
}
