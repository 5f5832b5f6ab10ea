using System.Management.Automation;

namespace ProcFs.Provider;

/// <summary>
/// What the cmdlets emit on the drive beside the types that model files, which are declared by the generator of output types. The engine offers the
/// properties of all behind a pipe, whatever the path is.
/// </summary>
[OutputType(typeof(ProcEntry), typeof(ThreadInfo), typeof(KernelParameter), ProviderCmdlet = ProviderCmdlet.GetChildItem)]
[OutputType(typeof(ProcEntry), typeof(ProcessInfo), typeof(ThreadInfo), typeof(KernelParameter), ProviderCmdlet = ProviderCmdlet.GetItem)]
[OutputType(typeof(string), typeof(byte), ProviderCmdlet = ProviderCmdlet.GetContent)]
public sealed partial class ProcFsProvider
{
}
