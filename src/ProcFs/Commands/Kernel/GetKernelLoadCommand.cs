using System.Management.Automation;

namespace ProcFs.Commands;

/// <summary>Gets how busy the machine is: load averages, CPUs, and the time since it was started.</summary>
[Cmdlet(VerbsCommon.Get, "KernelLoad", HelpUri = HelpUris.Module)]
[OutputType(typeof(KernelLoad))]
public sealed class GetKernelLoadCommand : ProcCmdlet
{
    private protected override void Process() => WriteObject(KernelLoad.Read(ProcRoot));
}
