using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the memory use of the machine.</summary>
[Cmdlet(VerbsCommon.Get, "KernelMemory", HelpUri = HelpUris.Module)]
[OutputType(typeof(MemoryInfo))]
public sealed class GetKernelMemoryCommand : ProcCmdlet
{
    private protected override void Process() => WriteObject(ProcRoot.Read<MemoryInfo>());
}
