using System.Management.Automation;

namespace ProcFs.Provider;

/// <summary>
/// The output types of the cmdlets on the drive, in addition to the types of files, which are declared by a generator. The engine offers the properties of all of
/// them after a pipe, whatever the path.
/// </summary>
[OutputType(typeof(ProcEntry), typeof(ThreadInfo), typeof(KernelParameter), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(ProcEntry), typeof(ProcessInfo), typeof(ThreadInfo), typeof(KernelParameter), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(string), typeof(byte), ProviderCmdlet = ProviderCmdlet.GetContent)]
public sealed partial class ProcFsProvider
{
}
