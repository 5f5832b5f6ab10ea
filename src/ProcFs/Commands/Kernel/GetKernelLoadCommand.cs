using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets the load of the machine: load averages, CPUs, and the time since boot.</summary>
[Cmdlet(VerbsCommon.Get, "KernelLoad", HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelLoad))]
public sealed class GetKernelLoadCommand : ProcCmdlet
{
    private protected override void Process() => WriteObject(KernelLoad.Read(ProcRoot));
}
